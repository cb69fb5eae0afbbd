import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { filtersOf, withFilters } from '@/lib/search/change-query'
import { findResults } from '@/lib/search/find-results'
import { parseQuery } from '@/lib/search/parse-query'
import { formatQuery } from '@/lib/search/query'
import { ContentFolder } from '../archive/content-folder'

/** Filler that makes texts of some length differ in nothing else. */
const FILLER =
  'The committee met again and the members spoke about many other things that day. '.repeat(4)

type Story = { head?: string[]; text: string }

/** What searches find in a real archive of these articles. */
async function archiveOf(stories: Record<string, Story>, more: Record<string, string> = {}) {
  const folder = new ContentFolder()
  for (const [file, text] of Object.entries(more)) folder.write(file, text)
  for (const [slug, { head = [], text }] of Object.entries(stories)) {
    folder.article(slug, head, text)
  }
  await folder.update()
  const find = (text: string, page = 1) =>
    findResults({ text, page, now: folder.now }, folder.archive)
  const slugs = (text: string) => find(text)?.hits.map(({ slug }) => slug)
  return { folder, find, slugs }
}

describe('meaning', () => {
  test('finds inflected words, and the rarer word tells more', async () => {
    const { slugs } = await archiveOf({
      talks: { text: `Negotiators negotiated tariffs. ${FILLER}` },
      other: { text: `The committee is committed. ${FILLER}` },
    })
    expect(slugs('negotiating tariff committee')).toEqual(['talks', 'other'])
  })

  test('never asks for all the words', async () => {
    const { slugs } = await archiveOf({ nato: { text: 'A summit of NATO in The Hague.' } })
    expect(slugs('why did everybody skip the nato meeting of wombats')).toEqual(['nato'])
  })

  test('puts a headline above a mention', async () => {
    const { slugs } = await archiveOf({
      mention: { head: ['title: Markets fall'], text: `They fell after the earthquake. ${FILLER}` },
      headline: { head: ['title: Earthquake hits the coast'], text: `It was strong. ${FILLER}` },
    })
    expect(slugs('earthquake')).toEqual(['headline', 'mention'])
  })

  test('likes the newer of two that fit alike, but not above one that fits better', async () => {
    const { slugs } = await archiveOf({
      old: { head: ['date: 2015-01-01'], text: 'The harbour opened.' },
      new: { head: ['date: 2025-06-01'], text: 'The harbour opened.' },
      better: { head: ['date: 2010-01-01', 'title: Harbour'], text: 'The harbour of the harbour.' },
    })
    expect(slugs('harbour')).toEqual(['better', 'new', 'old'])
  })

  test('prefers words side by side as they were typed', async () => {
    const { slugs } = await archiveOf({
      apart: { text: 'The white mouse of the house was seen by guests in rooms.' },
      beside: { text: 'The mouse was seen by guests of the white house in rooms.' },
    })
    expect(slugs('white house')).toEqual(['beside', 'apart'])
  })

  test('folds accents and knows the acronym in either case', async () => {
    const { slugs } = await archiveOf({
      cafe: { text: 'Café society.' },
      us: { text: 'Talks with the U.S. went on.' },
    })
    expect(slugs('cafe')).toEqual(['cafe'])
    for (const text of ['US', 'us', 'U.S.']) expect(slugs(text)).toEqual(['us'])
  })

  test('finds other languages by their letters and Japanese by words', async () => {
    const { slugs } = await archiveOf({
      german: { head: ['lang: de'], text: 'Die Verhandlungen wurden fortgesetzt.' },
      japanese: { head: ['lang: ja'], text: '日本の首相は東京で会談した。' },
      arabic: { head: ['lang: ar'], text: 'اجتمع الوزراء في القاهرة.' },
    })
    expect(slugs('Verhandlungen')).toEqual(['german'])
    expect(slugs('首相 東京')).toEqual(['japanese'])
    expect(slugs('القاهرة')).toEqual(['arabic'])
  })
})

describe('what is asked besides words', () => {
  const stories = {
    exact: { text: 'It was a historic shift for the alliance.' },
    apart: { text: 'The shift was historic, a shift of historic size.' },
    inflected: { text: 'Historic shifts happened.' },
  }

  test('an exact phrase stands so in the text', async () => {
    const { slugs } = await archiveOf(stories)
    expect(slugs('"historic shift"')).toEqual(['exact'])
    expect(slugs('"Historic Shift" alliance')).toEqual(['exact'])
    expect(slugs('"of the to"')).toEqual([])
  })

  test('a word or phrase can be left out, also by itself', async () => {
    const { slugs } = await archiveOf(stories)
    expect(slugs('historic -alliance')?.sort()).toEqual(['apart', 'inflected'])
    expect(slugs('historic -"historic shift"')).not.toContain('exact')
    expect(slugs('-alliance')?.sort()).toEqual(['apart', 'inflected'])
  })

  test('filters narrow, in any spelling, and alone give the newest first', async () => {
    const { slugs } = await archiveOf({
      a: {
        head: ['date: 2024-03-01', 'tags: [Social security]', 'section: Economy'],
        text: 'Pensions.',
      },
      b: { head: ['date: 2025-03-01', 'tags: [Social security]', 'lang: de'], text: 'Pensions.' },
      third: {
        head: ['date: 2025-05-01', 'source: { name: The Mainichi }', 'authors: [A. Smith]'],
        text: 'Pensions.',
      },
    })
    expect(slugs('tag:social-security')).toEqual(['b', 'a'])
    expect(slugs('tag:"SOCIAL SECURITY" section:economy pensions')).toEqual(['a'])
    expect(slugs('pensions -tag:"social security"')).toEqual(['third'])
    expect(slugs('source:"the mainichi" author:"a smith"')).toEqual(['third'])
    expect(slugs('lang:de pensions')).toEqual(['b'])
    expect(slugs('lang:en pensions')?.sort()).toEqual(['a', 'third'])
    expect(slugs('after:2025 before:2025-05')).toEqual(['b'])
    expect(slugs('tag:unknown pensions')).toEqual([])
  })

  test('a synonym of a tag is the tag, as a filter and as a word', async () => {
    const { slugs } = await archiveOf(
      { a: { head: ['tags: [NATO]'], text: 'The alliance met.' } },
      { 'tags.yaml': 'NATO:\n  synonyms: [OTAN, North Atlantic Treaty Organization]\n' },
    )
    expect(slugs('tag:otan')).toEqual(['a'])
    expect(slugs('otan')).toEqual(['a'])
  })
})

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
    const { find } = await archiveOf(stories)
    const found = find(typed)
    expect(found?.hits).toHaveLength(1)
    expect(found?.corrections).toEqual([{ from: typed, to: meant }])
  })

  test('leaves words alone that articles have', async () => {
    const { find } = await archiveOf({ ...stories, tarif: { text: 'Le tarif.' } })
    expect(find('tarif')?.corrections).toEqual([])
    expect(find('tarif')?.hits.map(({ slug }) => slug)).toEqual(['tarif'])
  })
})

describe('a page of results', () => {
  test('marks the words in the passage that has most of them', async () => {
    const { find } = await archiveOf({
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
    const { find } = await archiveOf(stories)
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
    const { find } = await archiveOf({
      a: { head: ['tags: [Port, Sea]'], text: 'Harbour.' },
      b: { head: ['tags: [Port, Sea]'], text: 'Harbour.' },
      third: { head: ['tags: [Port]'], text: 'Harbour.' },
    })
    expect(find('harbour')?.facets.map(({ name }) => name)).toEqual(['Sea'])
  })

  test('offers the years and languages of some of its results, and what to write to narrow to them', async () => {
    const { find, slugs } = await archiveOf({
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

  test('helps when it finds nothing', async () => {
    const { find } = await archiveOf({
      a: { head: ['tags: [Tariffs]'], text: 'The tariff talks went on in June.' },
    })
    expect(find('"talks of tariff"')?.fewer).toContain('talks of tariff')
    expect(find('talks tag:nowhere')?.fewer).toEqual(['talks'])
    expect(find('"tariffs nowhere"')?.tags).toEqual([{ slug: 'tariffs', name: 'Tariffs' }])
  })
})

describe('hostile queries', () => {
  test('finds something or nothing, and never fails', async () => {
    const { find } = await archiveOf({
      a: { head: ['tags: [NATO]'], text: 'A summit of NATO. 日本の首相。' },
    })
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 10 }),
      fc.constantFrom(
        ...[
          '"',
          '“',
          '”',
          '-',
          '*',
          ':',
          'NEAR(',
          'AND',
          'OR',
          'NOT',
          '^',
          '{title} :',
          '(',
          ')',
          "'",
          ';',
          '\\',
          '%',
          '_',
        ],
        ...[
          '\u0000',
          '\ud800',
          '\u202e',
          '🗾👨‍👩‍👧',
          'nato',
          'tag:nato',
          'tag:"',
          'after:9999',
          'before:0000',
          'lang:%',
          '日本',
          ' ',
        ],
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        expect(find(pieces.join(''))).toBeDefined()
      }),
      { seed: 11, numRuns: 600 },
    )
    expect(find('nato '.repeat(2_000))?.total).toBe(1)
    expect(find('x'.repeat(10_000))?.total).toBe(0)
  })
})

const NOTHING = { total: 0, more: false, fewer: [], tags: [], facets: [], corrections: [] }

describe('visibility', () => {
  test('finds nothing that readers may not see, by words, filters, corrections or suggestions', async () => {
    const { folder, find } = await archiveOf({
      draft: { head: ['draft: true', 'tags: [Secret]'], text: 'The zeppelin landed.' },
      later: { head: ['date: 2030-01-01', 'tags: [Secret]'], text: 'The zeppelin landed.' },
      expired: { head: ['date: 2020-01-01', 'expires: 2021-01-01'], text: 'The zeppelin landed.' },
      withdrawn: {
        head: ['withdrawn: { date: 2025-06-02, reason: Wrong }'],
        text: 'The zeppelin landed.',
      },
    })
    for (const text of [
      'zeppelin',
      'landed',
      '"the zeppelin"',
      'tag:secret',
      'after:1990',
      '-cat',
      'zepelin',
      'zeppelins',
      'secrte',
    ])
      expect(find(text), text).toMatchObject(NOTHING)
    folder.article('draft', ['tags: [Secret]'], 'The zeppelin landed.')
    await folder.update()
    expect(find('zeppelin')?.total).toBe(1)
    expect(find('zepelin')?.corrections).toEqual([{ from: 'zepelin', to: 'zeppelin' }])
    folder.remove('articles/draft.md')
    await folder.update()
    expect(find('zeppelin')?.total).toBe(0)
    expect(find('zepelin')?.corrections).toEqual([])
    folder.now = new Date('2030-01-02')
    expect(find('zepelin')?.corrections).toEqual([{ from: 'zepelin', to: 'zeppelin' }])
  })

  test('corrects by a further word when the nearest is none that readers may see', async () => {
    const { find } = await archiveOf({
      draft: { head: ['draft: true'], text: 'The marinade is ready.' },
      live: { text: 'The marinas are ready.' },
    })
    expect(find('marinad')?.corrections).toEqual([{ from: 'marinad', to: 'marinas' }])
  })
})
