import { expect, test } from 'vitest'
import { hashTerm } from '@/lib/language/term-hash'
import { terms } from '@/lib/language/terms'
import { sharedTags } from '@/lib/related/shared-tags'

const counts = (holders: Record<string, number>) => ({
  articles: 100,
  frequencies: () =>
    new Map(
      Object.entries(holders).flatMap(([tag, articles]) =>
        terms(tag).map((term): [number, number] => [hashTerm(term), articles]),
      ),
    ),
})

test.each([
  [
    'names the rarest tags first',
    ['Japan', 'Tariffs', 'Akazawa'],
    ['Akazawa', 'Tariffs'],
    ['Akazawa', 'Tariffs'],
  ],
  ['leaves out a tag of most articles', ['Japan', 'Tariffs'], ['japan', 'Tariffs'], ['Tariffs']],
  ['says nothing of a tag of most articles alone', ['Japan'], ['Japan'], undefined],
  ['says nothing without a tag of both', ['Japan'], ['Tariffs'], undefined],
])('%s', (_, here, there, reason) => {
  const found = sharedTags(here, there, counts({ Japan: 90, Tariffs: 20, Akazawa: 5 }))
  expect(found).toEqual(reason && { kind: 'tags', names: reason })
})
