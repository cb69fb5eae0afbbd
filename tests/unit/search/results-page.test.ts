import { describe, expect, test } from 'vitest'
import { filtersOf, partsOf, withFilters } from '@/lib/search/change-query'
import { parseQuery } from '@/lib/search/parse-query'
import { formatQuery } from '@/lib/search/query'
import { searchesOf } from './searches-of'

describe('a page of results', () => {
  test('marks the words in the passage that has most of them', async () => {
    const { find } = await searchesOf({
      a: {
        text: 'Nothing is said here about it at all, and this goes on for a while so that the sentence is long enough by itself.\n\nThe **ministers** met in Tokyo on <b>Friday</b> & spoke of tariffs, which both sides had put off for a month or more before that.',
      },
    })
    const parts = find('minister tariff')?.hits[0]?.passage?.parts ?? []
    expect(parts.filter(({ marked }) => marked).map(({ text }) => text)).toEqual([
      'ministers',
      'tariffs',
    ])
    expect(parts.map(({ text }) => text).join('')).toMatch(/^The ministers met in Tokyo/)
    expect(find('minister tariff')?.hits[0]?.passage?.id).toMatch(/^s-/)
  })

  test('counts, and goes from page to page as far as there is one', async () => {
    const stories = Object.fromEntries(
      Array.from({ length: 25 }, (_, i) => [`s${i}`, { text: `Harbour number ${i}.` }]),
    )
    const { find } = await searchesOf(stories)
    const first = find('harbour')
    const second = find('harbour', 2)
    expect(first).toMatchObject({ total: 25, more: false, pages: 2, page: 1 })
    const shown = [...(first?.hits ?? []), ...(second?.hits ?? [])].map(({ slug }) => slug)
    expect(new Set(shown).size).toBe(25)
    expect(find('harbour', 3)).toBeUndefined()
    expect(find('harbour', 0)).toBeUndefined()
    expect(find('nowhere')).toMatchObject({ total: 0, page: 1, pages: 1 })
  })

  test('offers ways to narrow that leave something and take something away', async () => {
    const { find } = await searchesOf({
      a: { head: ['tags: [Port, Sea]'], text: 'Harbour.' },
      b: { head: ['tags: [Port, Sea]'], text: 'Harbour.' },
      third: { head: ['tags: [Port]'], text: 'Harbour.' },
    })
    expect(find('harbour')?.facets.map(({ name }) => name)).toEqual(['Sea'])
  })

  test('offers the years and languages of some of its results, and what to write to narrow to them', async () => {
    const { find, slugs } = await searchesOf({
      a: { head: ['date: 2024-03-01'], text: 'Harbour.' },
      b: { head: ['date: 2024-12-31T23:30:00Z', 'lang: fr'], text: 'Harbour.' },
      third: { head: ['date: 2025-01-01T00:30:00Z', 'lang: fr'], text: 'Harbour.' },
    })
    const facets = find('harbour')?.facets ?? []
    expect(facets.map(({ kind, name, count }) => [kind, name, count])).toEqual([
      ['year', '2024', 2],
      ['lang', 'fr', 2],
    ])
    const narrowed = facets.map((facet) =>
      formatQuery(withFilters(parseQuery('harbour'), filtersOf(facet))),
    )
    expect(narrowed).toEqual(['harbour after:2024 before:2025', 'harbour lang:fr'])
    expect(narrowed.map((text) => slugs(text)?.sort())).toEqual([
      ['a', 'b'],
      ['b', 'third'],
    ])
  })

  test('offers the words in just this order where some of its results have them so', async () => {
    const { find, slugs } = await searchesOf({
      beside: { text: 'Guests of the White House.' },
      apart: { text: 'A house that is white.' },
      inflected: { text: 'Among white houses.' },
    })
    expect(find('white house')?.phrase).toBe('"white house"')
    expect(slugs(find('white house')?.phrase ?? '')).toEqual(['beside'])
    for (const text of ['house white', 'white', '"white house"', 'white hous', 'guests house'])
      expect(find(text)?.phrase, text).toBeUndefined()
  })

  test('each part that narrows it comes off by itself; of a phrase its words stay', () => {
    const query = parseQuery(
      'port "white house" -"red tape" -sea tag:"social security" before:2025',
    )
    expect(partsOf(query).map(({ text, rest }) => [text, formatQuery(rest)])).toEqual([
      ['"white house"', 'port white house -"red tape" -sea tag:"social security" before:2025'],
      ['-"red tape"', 'port "white house" -sea tag:"social security" before:2025'],
      ['-sea', 'port "white house" -"red tape" tag:"social security" before:2025'],
      ['tag:"social security"', 'port "white house" -"red tape" -sea before:2025'],
      ['before:2025', 'port "white house" -"red tape" -sea tag:"social security"'],
    ])
  })

  test('helps when it finds nothing', async () => {
    const { find } = await searchesOf({
      a: { head: ['tags: [Tariffs]'], text: 'The tariff talks went on in June.' },
    })
    expect(find('"talks of tariff"')?.fewer).toContain('talks of tariff')
    expect(find('talks tag:nowhere')?.fewer).toEqual(['talks'])
    expect(find('"tariffs nowhere"')?.tags).toEqual([{ slug: 'tariffs', name: 'Tariffs' }])
    expect(find('tarifs tag:nowhere')?.tags).toEqual([{ slug: 'tariffs', name: 'Tariffs' }])
    // Each part by its own words, not by what they may have been meant to be.
    expect(find('"june tals" lang:en')?.fewer).toEqual(['june'])
  })
})
