import { expect, test } from 'vitest'
import { counted, fill, wordsOf } from '@/lib/words/words'

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
