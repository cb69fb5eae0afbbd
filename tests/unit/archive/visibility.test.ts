import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readStatus } from '@/lib/archive/follow/status'
import { findAlias, findArticle, readSummaries } from '@/lib/archive/read/articles'
import { findCandidates } from '@/lib/archive/read/candidates'
import { readLists } from '@/lib/archive/read/list-counts'
import { type ListPage, readFrontPage, readList } from '@/lib/archive/read/lists'
import { readIsOld } from '@/lib/archive/read/read-age'
import { findByLabels, readVectors } from '@/lib/archive/read/terms-index'
import { isVisible, NEVER } from '@/lib/archive/visibility'
import { LIST_KINDS } from '@/lib/article/lists'
import { terms } from '@/lib/language/terms'
import { onRead } from '@/lib/running/report'
import { runs } from '../../support/runs'
import { ContentFolder, NOW } from './content-folder'

const START = Date.UTC(2025, 0, 1)
const DAY = 86_400_000
const on = (day: number) => new Date(START + day * DAY)

type Generated = {
  day: number
  expires: number | undefined
  draft: boolean
  withdrawn: boolean
  lead: boolean
  tags: string[]
}

const generated = fc.record({
  day: fc.integer({ min: 0, max: 9 }),
  expires: fc.option(fc.integer({ min: 1, max: 10 }), { nil: undefined }),
  draft: fc.boolean(),
  withdrawn: fc.boolean(),
  lead: fc.boolean(),
  tags: fc.uniqueArray(fc.constantFrom('fish', 'trade', 'nato'), { maxLength: 3 }),
})

const LABELLED = {
  slug: 'none',
  tags: ['fish', 'trade', 'nato'],
  authors: ['Ann Lee'],
  source: { name: 'Wire' },
  section: 'World',
}

/** The rule again, in the words of the design, to compare with the archive. */
const isSeen = (article: Generated, day: number) =>
  !article.draft &&
  !article.withdrawn &&
  article.day <= day &&
  (article.expires === undefined || day < article.expires)

function write(folder: ContentFolder, number: number, article: Generated): void {
  const { day, expires, draft, withdrawn, lead, tags } = article
  folder.article(
    `secret${number}`,
    [
      `date: ${on(day).toISOString()}`,
      ...(expires === undefined
        ? []
        : [`expires: ${on(Math.max(expires, day + 1)).toISOString()}`]),
      `draft: ${draft}`,
      `lead: ${lead}`,
      `tags: [${tags.join(', ')}]`,
      `aliases: [former${number}]`,
      'source: { name: Wire }',
      'section: World',
      'authors: [Ann Lee]',
      ...(withdrawn ? ['withdrawn: { date: 2025-01-01, reason: Wrong }'] : []),
    ],
    'The minister spoke of herring.',
  )
}

function everyPage(read: (page: number) => ListPage | undefined): string[] {
  const slugs: string[] = []
  for (let page = 1; ; page++) {
    const found = read(page)
    if (found === undefined) return slugs
    for (const { slug } of found.articles) slugs.push(slug)
    expect(found.total).toBe(read(1)?.total)
    if (page === found.pages) expect(slugs.length).toBe(found.total)
  }
}

/** Every slug that any list, count or search returns at this time. */
function everythingShown(folder: ContentFolder, count: number, now: Date) {
  const { archive } = folder
  const all = Array.from({ length: count }, (_, n) => `secret${n}`)
  const candidates = findCandidates(terms('minister herring'), 100, now, archive)
  return {
    front: everyPage((page) => readFrontPage(page, now, archive)),
    lists: LIST_KINDS.flatMap((kind) =>
      ['fish', 'trade', 'nato', 'wire', 'world', 'ann-lee'].flatMap((slug) =>
        everyPage((page) => readList(kind, slug, page, now, archive)),
      ),
    ),
    summaries: readSummaries(all, now, archive).map(({ slug }) => slug),
    live: all.filter((slug) => findArticle(slug, now, archive)?.state === 'live'),
    candidates: candidates.map(({ slug }) => slug),
    vectors: readVectors(
      Array.from({ length: count }, (_, n) => n + 1),
      now,
      archive,
    ).map(({ slug }) => slug),
    byLabels: findByLabels(LABELLED, 100, now, archive).map(({ slug }) => slug),
  }
}

test('whatever the articles and the time, no answer contains what readers may not see', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(generated, { minLength: 1, maxLength: 30 }),
      fc.array(fc.integer({ min: 0, max: 11 }), { minLength: 1, maxLength: 4 }),
      async (articles, days) => {
        const folder = new ContentFolder()
        const set = articles.map((each) => ({
          ...each,
          ...(each.expires !== undefined && { expires: Math.max(each.expires, each.day + 1) }),
        }))
        for (const [number, article] of set.entries()) write(folder, number, article)
        await folder.update()
        for (const day of days) {
          const seen = set.flatMap((each, n) => (isSeen(each, day) ? [`secret${n}`] : [])).sort()
          const shown = everythingShown(folder, set.length, on(day))
          for (const slug of Object.values(shown).flat()) expect(seen).toContain(slug)
          for (const name of ['front', 'summaries', 'live', 'vectors', 'candidates'] as const)
            expect(shown[name].toSorted(), name).toEqual(seen)
          const tags = readLists('tag', on(day), folder.archive)
          for (const tag of ['fish', 'trade', 'nato'] as const) {
            const count = set.filter((each) => isSeen(each, day) && each.tags.includes(tag)).length
            expect(tags.find(({ slug }) => slug === tag)?.count ?? 0).toBe(count)
          }
          expect(readStatus(folder.archive.rows, on(day)).articles.visible).toBe(seen.length)
        }
        folder.close()
      },
    ),
    { seed: 7, numRuns: runs(25) },
  )
})

test.each([
  { is: 'a draft', lines: ['draft: true'], state: undefined },
  { is: 'not yet due', lines: ['date: 2025-06-02'], state: undefined },
  { is: 'expired', lines: ['date: 2025-01-01', 'expires: 2025-06-01'], state: undefined },
  {
    is: 'withdrawn',
    lines: ['date: 2025-01-01', 'withdrawn: { date: 2025-02-01, reason: It was wrong. }'],
    state: 'withdrawn',
  },
  {
    is: 'withdrawn before it was due',
    lines: ['date: 2025-06-02', 'withdrawn: { date: 2025-02-01, reason: It was wrong. }'],
    state: undefined,
  },
  {
    is: 'a withdrawn draft',
    lines: ['date: 2025-01-01', 'draft: true', 'withdrawn: { date: 2025-02-01, reason: No }'],
    state: undefined,
  },
])('an article that is $is is found as $state, by its alias too', async ({ lines, state }) => {
  const folder = new ContentFolder()
  folder.article('a', [...lines, 'aliases: [old, /2019/old]'])
  await folder.update()
  const now = new Date('2025-06-01T00:00:00Z')
  expect(findArticle('a', now, folder.archive)?.state).toBe(state)
  expect(findArticle('old', now, folder.archive)?.state).toBe(state && 'moved')
  expect(findAlias('/2019/old', now, folder.archive)).toBe(state && 'a')
})

/** When the reads of `read` report that they stop being right. */
function validUntil(read: () => unknown): string[] {
  const moments: string[] = []
  const stop = onRead((report) => {
    if (report.validUntil !== undefined) moments.push(report.validUntil.toISOString())
  })
  read()
  stop()
  return moments
}

test('each read reports how long it is right when one of its articles falls due or expires', async () => {
  const folder = new ContentFolder()
  folder.article('past', [
    'evergreen: true',
    'date: 2025-01-01',
    'expires: 2025-06-09',
    'tags: [Trade]',
  ])
  folder.article('next', ['date: 2025-06-05', 'tags: [Fish]'])
  folder.article('later', ['date: 2025-06-07', 'tags: [Fish]'])
  await folder.update()
  const now = new Date('2025-06-01T00:00:00Z')
  const { archive } = folder
  const day = (number: number) => [`2025-06-0${number}T00:00:00.000Z`]
  expect(validUntil(() => readFrontPage(1, now, archive))).toEqual(day(5))
  expect(validUntil(() => readList('tag', 'trade', 1, now, archive))).toEqual(day(9))
  expect(validUntil(() => readList('tag', 'fish', 1, now, archive))).toEqual(day(5))
  expect(validUntil(() => readLists('tag', now, archive))).toEqual(day(5))
  expect(validUntil(() => findArticle('past', now, archive))).toEqual(day(9))
  expect(validUntil(() => findArticle('next', now, archive))).toEqual(day(5))
  expect(validUntil(() => findArticle('none', now, archive))).toEqual([])
  expect(validUntil(() => readSummaries(['past'], now, archive))).toEqual(day(9))
})

test('an article is visible from the time it is due and no longer at the time it expires', () => {
  const timing = { due: START, expires: START + DAY, listed: true }
  const seenAt = (ms: number) => isVisible(timing, new Date(START + ms))
  expect([-1, 0, DAY - 1, DAY].map(seenAt)).toEqual([false, true, true, false])
  expect(isVisible({ ...timing, expires: NEVER }, new Date(NEVER - 1))).toBe(true)
})

test('a read that says how old a story is stays right until the story is old', () => {
  const published = { at: new Date('2025-01-01T00:00:00Z'), precision: 'day' } as const
  const reads = (day: string) =>
    validUntil(() => readIsOld({ published, evergreen: false }, new Date(`${day}T00:00:00Z`)))
  expect(reads('2025-06-01')).toEqual(['2026-01-01T00:00:00.000Z'])
  expect(reads('2026-01-01')).toEqual([])
})

test('candidates are found behind any number of better ones that readers can’t see', async () => {
  const folder = new ContentFolder()
  for (let n = 0; n < 50; n++) folder.article(`draft${n}`, ['draft: true'], 'Herring, herring.')
  const words = 'The minister spoke of other things. '.repeat(9)
  for (let n = 0; n < 3; n++) folder.article(`live${n}`, [], `${words} Herring.`)
  await folder.update()
  const found = findCandidates(terms('herring'), 2, NOW, folder.archive)
  expect(found.map(({ slug }) => slug)).toEqual(['live0', 'live1'])
})
