import { expect, test } from 'vitest'
import { plainText } from '@/lib/article/plain-text'
import { suggestTags } from '@/lib/article/suggest-tags'
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
