import { expect, test } from 'vitest'
import { hashTerm } from '@/lib/language/term-hash'
import { phrasesOf } from '@/lib/related/phrases'
import { reasonFor } from '@/lib/related/reason'

const common = new Map([
  [hashTerm('japan'), 700],
  [hashTerm('meet'), 300],
])
const counts = {
  articles: 1_000,
  frequencies: (terms: Iterable<number>) =>
    new Map([...terms].map((term) => [term, common.get(term) ?? 5])),
}
const reason = (here: string, there: string, titles: [string, string] = ['', '']) =>
  reasonFor(
    phrasesOf({ title: titles[0], text: here, tags: [] }),
    phrasesOf({ title: titles[1], text: there, tags: [] }),
    counts,
  )

test.each([
  [
    'a name is given whole',
    'On Friday Lindsay Lohan left. Lohan smiled.',
    'Fans of Lindsay Lohan waited. Then Lohan came.',
    'both on Lindsay Lohan',
  ],
  [
    'a word is written small unless it is a name',
    'Tariffs rose. New tariffs came.',
    'The tariffs fell. Tariffs hurt.',
    'both on tariffs',
  ],
  [
    'a possessive is no part of it',
    "A plan of Akazawa's. So Akazawa's aides said.",
    'The aim of Akazawa. It was Akazawa’s.',
    'both on Akazawa',
  ],
  [
    'two names of one root are one reason',
    'In Kobe, Kobeans of Kobe sang in Kobe, Kobeans all.',
    'To Kobe went Kobeans from Kobe, Kobeans all.',
    'both on Kobe',
  ],
  ['months say nothing', 'It was in July. By July.', 'Late in July. After July.', undefined],
  ['words in passing say nothing', 'The ball rolled.', 'A ball was held.', undefined],
  [
    'New York keeps its New',
    'They met in New York. From New York.',
    'Snow fell on New York. In New York.',
    'both on New York',
  ],
  [
    'half of a compound is another word',
    'The Self-Defense Forces came. Again Self-Defense Forces.',
    'The Self said Self-Help. Self again.',
    undefined,
  ],
])('%s', (_, here, there, expected) => {
  expect(reason(here, there)).toBe(expected)
})

test('a word of both headlines goes before one of the texts', () => {
  const text = 'A hurricane came, the hurricane and the levee broke, the levee.'
  expect(reason(text, text, ['Levee breaks', 'The levee'])).toBe('both on levee and hurricane')
})

test('what most articles are about is named last', () => {
  const text = 'From Japan to Peru and back to Japan, to Peru.'
  expect(reason(text, text)).toBe('both on Peru and Japan')
})
