import { expect, test } from 'vitest'
import { findNearDuplicates } from '@/lib/language/near-duplicates'
import { isSameText, shingles } from '@/lib/language/shingles'

/** Sentences that share no words with those of another seed. */
const sentences = (seed: string, count: number) =>
  Array.from({ length: count }, (_, s) =>
    Array.from({ length: 12 }, (_, w) => `${seed}${s}word${w}`).join(' '),
  )
const text = (...parts: string[][]) => parts.flat().join('. ')

const AGENCY = sentences('agency', 20)
const LOCAL = sentences('local', 20)

const same = (a: string, b: string) => isSameText(shingles(a), shingles(b))

test.each([
  ['the text itself', text(AGENCY), true],
  ['the text cut to its first half', text(AGENCY.slice(0, 10)), true],
  [
    'the text with another opening and end',
    text(['Tokyo, a word of our own'], AGENCY, LOCAL.slice(0, 3)),
    true,
  ],
  [
    'the text with a word changed in each sentence',
    text(AGENCY).replaceAll('word6', 'other'),
    true,
  ],
  ['a text that quotes three of its sentences', text(AGENCY.slice(0, 3), LOCAL), false],
  ['another text', text(LOCAL), false],
  ['nothing', '', false],
])('%s', (_, other, expected) => {
  expect(same(text(AGENCY), other)).toBe(expected)
  expect(same(other, text(AGENCY))).toBe(expected)
})

test('short texts are one text only when they are nearly equal', () => {
  const headline = 'Akazawa and Lutnick agree to continue talks on tariffs in Washington'
  expect(same(headline, `${headline} today`)).toBe(true)
  expect(same(headline, 'Akazawa and Lutnick agree to meet again on cars in Tokyo')).toBe(false)
  expect(same(headline, `${headline}. ${text(LOCAL)}`)).toBe(false)
})

test('finds each pair in a folder once and says what share is the same', () => {
  const article = (path: string, body: string) => ({ path, title: path, text: body })
  const found = findNearDuplicates([
    article('a.md', text(AGENCY)),
    article('b.md', text(LOCAL)),
    article('c.md', text(AGENCY.slice(0, 12))),
    article('d.md', text(LOCAL.slice(0, 2), AGENCY.slice(0, 2), sentences('other', 20))),
    article('e.md', 'Too short'),
    article('f.md', ''),
  ])
  expect(found).toEqual([{ a: 'a.md', b: 'c.md', share: 1 }])
})

test('a paper’s boilerplate under every article makes no duplicates', () => {
  const boilerplate = sentences('subscribe', 10)
  const articles = Array.from({ length: 60 }, (_, i) => ({
    path: `${i}.md`,
    title: '',
    text: text(sentences(`story${i}x`, 4), boilerplate),
  }))
  expect(findNearDuplicates(articles)).toEqual([])
})
