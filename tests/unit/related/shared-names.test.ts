import { expect, test } from 'vitest'
import { hashTerm } from '@/lib/language/term-hash'
import { phrasesOf } from '@/lib/related/phrases'
import { sharedNames } from '@/lib/related/shared-names'

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
  sharedNames(
    phrasesOf({ title: titles[0], text: here, tags: [] }),
    phrasesOf({ title: titles[1], text: there, tags: [] }),
    counts,
  )?.names

test.each([
  [
    'a name is given in full',
    'On Friday Lindsay Lohan left. Lohan smiled.',
    'Fans of Lindsay Lohan waited. Then Lohan came.',
    ['Lindsay Lohan'],
  ],
  [
    'a word alone is no reason, however rare',
    'Tariffs rose. New tariffs came.',
    'The tariffs fell. Tariffs hurt.',
    undefined,
  ],
  [
    'a possessive is no part of it',
    "A plan of Akazawa's. So Akazawa's aides said.",
    'The aim of Akazawa. It was Akazawa’s.',
    ['Akazawa'],
  ],
  [
    'two names of one root are one reason',
    'In Kobe, Kobeans of Kobe sang in Kobe, Kobeans all.',
    'To Kobe went Kobeans from Kobe, Kobeans all.',
    ['Kobe'],
  ],
  [
    'a part of two longer names is no reason',
    'He runs the Coast Bank. Said the Coast Bank.',
    'She left the Harbour Bank. Said the Harbour Bank.',
    undefined,
  ],
  ['months say nothing', 'It was in July. By July.', 'Late in July. After July.', undefined],
  ['words in passing say nothing', 'The ball rolled.', 'A ball was held.', undefined],
  [
    'New York keeps its New',
    'They met in New York. From New York.',
    'Snow fell on New York. In New York.',
    ['New York'],
  ],
  [
    'half of a compound is another word',
    'The Self-Defense Forces came. Again Self-Defense Forces.',
    'The Self said Self-Help. Self again.',
    undefined,
  ],
])('%s', (_, here, there, expected) => {
  expect(reason(here, there)).toEqual(expected)
})

test('a name in both headlines comes before one in the texts', () => {
  const text = 'When Katrina came, the aid of Oxfam came; after Katrina came more of Oxfam.'
  expect(reason(text, text, ['Oxfam helps', 'The work of Oxfam'])).toEqual(['Oxfam', 'Katrina'])
})

test('German nouns are no names', () => {
  const text = 'Am Montag kam der Wagen, und mit dem Wagen kam Regen.'
  const phrases = phrasesOf({ title: '', text, tags: [], lang: 'de' })
  expect(sharedNames(phrases, phrases, counts)).toBeUndefined()
})

test('what most articles are about is not named', () => {
  const text = 'From Japan to Peru and back to Japan, to Peru.'
  expect(reason(text, text)).toEqual(['Peru'])
})
