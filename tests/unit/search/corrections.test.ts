import { describe, expect, test } from 'vitest'
import { searchesOf } from './searches-of'

describe('typing errors', () => {
  const stories = {
    tariff: { head: ['title: Tariff talks'], text: 'The government raised a tariff on cars.' },
    plane: { text: 'The plane vanished over the sea.' },
  }

  test.each([
    ['a letter too few', 'govenment', 'government'],
    ['a letter too many', 'goverrnment', 'government'],
    ['another letter', 'govermment', 'government'],
    ['two swapped', 'tarfif', 'tariff'],
    ['two errors in a long word', 'tarrif', 'tariff'],
    ['a form that no article has', 'vansih', 'vanished'],
    ['a short word', 'sae', 'sea'],
    ['a letter left out of the middle of a short word', 'cas', 'cars'],
    ['the first letter left out', 'lane', 'plane'],
  ])('corrects %s', async (_, typed, meant) => {
    const { find } = await searchesOf(stories)
    const found = find(typed)
    expect(found?.hits).toHaveLength(1)
    expect(found?.corrections).toEqual([{ from: typed, to: meant }])
  })

  test('leaves words alone that articles have', async () => {
    const { find } = await searchesOf({ ...stories, tarif: { text: 'Le tarif.' } })
    expect(find('tarif')?.corrections).toEqual([])
    expect(find('tarif')?.hits.map(({ slug }) => slug)).toEqual(['tarif'])
  })
})
