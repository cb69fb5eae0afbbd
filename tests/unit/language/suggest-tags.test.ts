import { expect, test } from 'vitest'
import { suggestTags } from '@/lib/language/suggest-tags'
import { plainText } from '@/lib/markdown/plain-text'
import { COMMAND, NATO, seedArticle, TARIFFS } from '../insight/seed'

const tagsOf = (slug: string, limit?: number) => {
  const { title, body } = seedArticle(slug)
  return suggestTags({ title, text: plainText(body) }, limit)
}

test.each([
  [NATO, ['NATO', 'Japan', 'Ishiba Shigeru']],
  [TARIFFS, ['Ryosei Akazawa', 'Howard Lutnick', 'Donald Trump']],
  [COMMAND, ['U.S. Forces Japan', 'Stephen Jost']],
])('the first five of %s name whom and what it is about', (slug, names) => {
  expect(tagsOf(slug).slice(0, 5)).toEqual(expect.arrayContaining(names))
})

test('words that an article repeats follow its names', () => {
  expect(tagsOf(TARIFFS)).toContain('Tariffs')
})

test('at most as many as asked for, each once', () => {
  expect(tagsOf(NATO, 3)).toHaveLength(3)
  const tags = tagsOf(NATO)
  expect(new Set(tags).size).toBe(tags.length)
})

test('what is rare in the archive comes before what is common', () => {
  const text = 'a codfish quota, a codfish quota. codfish and quota again, and codfish.'
  const rarity = (term: string) => (term === 'codfish' ? 0.1 : 1)
  expect(suggestTags({ title: '', text })).toEqual(['Codfish', 'Quota'])
  expect(suggestTags({ title: '', text }, 10, rarity)).toEqual(['Quota', 'Codfish'])
})

test('an empty text has none', () => {
  expect(suggestTags({ title: '', text: '' })).toEqual([])
})

test('a name of the headline, and one with an office near the beginning, come before words, though named once', () => {
  const title = 'Microsoft patches a flaw'
  const text =
    'Users of the browser were told of the flaw, and the flaw of the browser was mended. In record time, Microsoft did so. It was, said Senator Ann Lee, a flaw of the browser. A user in Oslo saw it.'
  const tags = suggestTags({ title, text }, 5)
  expect(tags.slice(0, 2).sort()).toEqual(['Ann Lee', 'Microsoft'])
  expect(tags).toContain('Browser')
})

test('the zone of a time is no part of a name', () => {
  const text = 'Updated: 6:03 PM ET The NCAA wrote to Ohio State. The NCAA waits.'
  expect(suggestTags({ title: '', text })).toContain('NCAA')
})

test.each([
  [
    'a hyphened office',
    'The aides of President-elect Barack Obama came. Barack Obama spoke.',
    'Barack Obama',
  ],
  ['a middle initial', 'It was George W. Bush. Then George W. Bush left.', 'George W. Bush'],
  ['a month that is a surname', 'They met Theresa May. In May Theresa May left.', 'Theresa May'],
  [
    'a word that is no name alone',
    'They use Internet Explorer. So Internet Explorer is.',
    'Internet Explorer',
  ],
  [
    'the verb of a heading',
    'The day that President Bush Had Enacted It. There Bush spoke, and so Bush left.',
    'Bush',
  ],
])('a name is told from %s', (_, text, name) => {
  expect(suggestTags({ title: '', text })[0]).toBe(name)
})

test('names once called in a short text come before the words of its headline', () => {
  const title = 'Coach dismissed after season of losses'
  const text = 'The club parted with its coach, and hired an old friend, Jim Ray Brown of Ohio.'
  const tags = suggestTags({ title, text })
  expect(tags.indexOf('Jim Ray Brown')).toBeLessThan(tags.indexOf('Season'))
  expect(tags).toContain('Season')
})

test('a headline without a text gives its names and words', () => {
  const tags = suggestTags({ title: 'Talks between Merkel and Macron falter in Paris', text: '' })
  expect(tags.slice(0, 3).sort()).toEqual(['Macron', 'Merkel', 'Paris'])
  expect(tags).toContain('Talks')
})

test('neither a line in capitals nor a verb is a tag', () => {
  const text =
    'OBAMA SAID MERKEL CAME. Obama charged, and was charged quickly, and quickly charged.'
  const tags = suggestTags({ title: '', text })
  expect(tags.filter((tag) => /SAID|charged|quickly/i.test(tag))).toEqual([])
})

test('one or two letters are a word in Chinese, and none in Russian', () => {
  const tags = (text: string, lang: string) => suggestTags({ title: text, text, lang })
  expect(tags('Он в Москве и в Киеве', 'ru')).not.toContain('В')
  expect(tags('关税谈判，关税', 'zh')).toContain('关税')
})
