import { expect, test } from 'vitest'
import { en } from '@/lib/words/en'
import { TABLES } from '@/lib/words/tables'
import { counted, fill, languageOfWords, listed, numeral, wordsOf } from '@/lib/words/words'

test.each([
  [1, '1 comment'],
  [2, '2 comments'],
  [1200, '1,200 comments'],
])('%d is said as %s', (count, said) => {
  expect(counted(wordsOf({ lang: 'en-GB' }).article.comments, count, { lang: 'en-GB' })).toBe(said)
})

test('a language has as many forms as it needs', () => {
  const text = {
    one: '{count} слово',
    few: '{count} слова',
    many: '{count} слов',
    other: '{count} слова',
  }
  const said = [1, 3, 5, 21].map((count) => counted(text, count, { lang: 'ru' }))
  expect(said).toEqual(['1 слово', '3 слова', '5 слов', '21 слово'])
})

test('what a text does not name stays out, and what nobody gives stays in', () => {
  expect(fill('{who} says {what}', { who: 'Ann', why: 'none' })).toBe('Ann says {what}')
})

const spoken = (lang: string) =>
  Object.entries(TABLES).find(([, table]) => table.failure.text === wordsOf({ lang }).failure.text)

test.each([
  ['en-US', 'en'],
  ['EN', 'en'],
  ['pt-BR', 'pt'],
  ['de-AT', 'de'],
  ['iw', 'he'],
  ['zh', 'zh-Hans'],
  ['zh-CN', 'zh-Hans'],
  ['zh-TW', 'zh-Hant'],
  ['zh-HK', 'zh-Hant'],
  ['zh-Hant-MO', 'zh-Hant'],
  // Languages without a table.
  ['sv', 'en'],
  ['zu-ZA', 'en'],
])('%s is spoken to in %s', (lang, tag) => {
  expect(spoken(lang)?.[0]).toBe(tag)
})

test('a language without a table is spoken to in English, by its rules, and the frame says so', () => {
  const persian = { lang: 'fa' }
  expect(languageOfWords({ lang: 'en-US' })).toBe('en-US')
  expect(languageOfWords(persian)).toBe('en')
  expect(counted(wordsOf(persian).article.comments, 1200, persian)).toBe('1,200 comments')
  expect(numeral(1200, persian)).toBe('1,200')
  expect(languageOfWords({ lang: 'sv' })).toBe('en')
})

test("a paper's own words take the place of the table's, one by one", () => {
  const words = {
    article: { share: 'Pass it on', comments: { one: '{count} letter', other: '{count} letters' } },
  }
  const site = { lang: 'en', words }
  const said = wordsOf(site)
  expect(said.article.share).toBe('Pass it on')
  expect(said.article.keyPoints).toBe(en.article.keyPoints)
  expect(counted(said.article.comments, 2, site)).toBe('2 letters')
  expect(wordsOf({ lang: 'en' }).article.share).toBe('Share')
  expect(wordsOf(site)).toBe(said)
})

test('with words of its own for every text a language needs no table, and for some it stays English in its frame', () => {
  const replaced = (value: object): object =>
    Object.fromEntries(
      Object.entries(value).map(([key, text]) => [
        key,
        typeof text === 'string' ? `sv ${text}` : replaced(text),
      ]),
    )
  const words = JSON.parse(JSON.stringify(replaced(en)))
  expect(languageOfWords({ lang: 'sv', words })).toBe('sv')
  expect(languageOfWords({ lang: 'sv', words: { article: words.article } })).toBe('en')
})

test.each([
  ['en', 'Ann, Bob and Eve'],
  ['ja', 'Ann、Bob、Eve'],
  ['de', 'Ann, Bob und Eve'],
  ['sv', 'Ann, Bob and Eve'],
])('names are listed in %s as %s', (lang, said) => {
  const parts = listed(['Ann', 'Bob', 'Eve'], { lang })
  expect(parts.map(({ value }) => value).join('')).toBe(said)
})
