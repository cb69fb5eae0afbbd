import * as z from 'zod'
import type { ArticleSummary } from '@/lib/article/article'
import type { ListKind } from '@/lib/article/lists'
import { shownSummary } from '@/lib/article/shown'
import { reportCacheTags, reportValidUntil } from '@/lib/running/report'
import { FRONT, listTag } from '../cache-tags'
import { type Archive, theArchive } from '../open'
import { readFrontOrder } from '../settings'
import { summaryColumn } from '../stored'
import { NEVER, seen } from '../visibility'
import { MEMBERS } from '../write/languages-of-story'
import { countList, FRONT_LIST, findList, nextTurnOfList } from '../write/list-rows'
import { readStoredSite } from '../write/store-site'

/** Two screens of headlines: enough to browse, small enough for one TCP window. */
export const PAGE_LENGTH = 20

type PageShape = { page: number; pages: number; total: number }

export type ListPage = PageShape & { articles: ArticleSummary[] }

const entry = z.object({ id: z.number(), summary: summaryColumn })

/** The number of stories in the columns and bands of the front page. */
export const FRONT_LENGTH = 60

/**
 * The front page and the pages after it. Page 1, which always exists, starts with the stories that editors put first
 * (front.yaml, or else the newest visible `lead`), followed by the newest; the other pages continue by date.
 */
export function readFrontPage(
  page: number,
  now: Date,
  archive: Archive = theArchive(),
): ListPage | undefined {
  const shape = findFrontPage(page, now, archive)
  if (shape === undefined) return undefined
  const { first, inBands } = findPlaced(archive, now)
  const placed = [...first, ...inBands]
  const without = idsOfStories(archive, placed)
  const places = Math.max(0, FRONT_LENGTH - placed.length)
  if (page > 1) {
    const offset = places + (page - 2) * PAGE_LENGTH
    const range = { without, limit: PAGE_LENGTH, offset }
    return { ...shape, articles: readEntries(archive, FRONT_LIST, now, range) }
  }
  const newest = readEntries(archive, FRONT_LIST, now, { without, limit: places, offset: 0 })
  const site = readStoredSite(archive.rows)
  const summaries = (entries: readonly Entry[]) =>
    entries.map(({ summary }) => shownSummary(summary, site))
  return { ...shape, articles: [...summaries(first), ...newest, ...summaries(inBands)] }
}

/** The slugs that front.yaml pins to each section's band. */
export function readPinnedBands(archive: Archive = theArchive()): Record<string, string[]> {
  reportCacheTags(FRONT)
  return readFrontOrder(archive.rows).bands
}

/** Whether this page exists, and how many pages there are, without reading the articles. */
export function findFrontPage(
  page: number,
  now: Date,
  archive: Archive = theArchive(),
): PageShape | undefined {
  reportCacheTags(FRONT)
  reportNextTurn(archive, FRONT_LIST, now)
  return pageShape(page, countList(archive.rows, FRONT_LIST, now), FRONT_LENGTH)
}

/** One page of a list, newest first; undefined when the list has no visible article or no such page. */
export function readList(
  kind: ListKind,
  slug: string,
  page: number,
  now: Date,
  archive: Archive = theArchive(),
): (ListPage & { name: string }) | undefined {
  const found = findListPage(kind, slug, page, now, archive)
  if (found === undefined) return undefined
  const { id, ...shape } = found
  const range = { limit: PAGE_LENGTH, offset: (page - 1) * PAGE_LENGTH }
  return { ...shape, articles: readEntries(archive, id, now, range) }
}

/** Does the same without reading the articles. */
export function findListPage(
  kind: ListKind,
  slug: string,
  page: number,
  now: Date,
  archive: Archive = theArchive(),
): (PageShape & { id: number; name: string }) | undefined {
  const asked = slug.normalize('NFC')
  reportCacheTags(listTag(kind, asked))
  const list = findList(archive.rows, kind, asked)
  if (list === undefined) return undefined
  reportNextTurn(archive, list.id, now)
  const total = countList(archive.rows, list.id, now)
  const shape = pageShape(page, total)
  return shape === undefined || total === 0 ? undefined : { ...shape, ...list }
}

/**
 * The newest stories by date alone, leads included; with `since`, only those published after it. `everyLanguage` is for
 * machines: each article, where readers see a story once.
 */
export function readNewest(
  range: { limit: number; since?: number; everyLanguage?: boolean },
  now: Date,
  archive: Archive = theArchive(),
): ArticleSummary[] {
  reportCacheTags(FRONT)
  reportNextTurn(archive, FRONT_LIST, now)
  return readEntries(archive, FRONT_LIST, now, { ...range, offset: 0 })
}

/** `first` is the number of stories on page 1. */
function pageShape(page: number, total: number, first = PAGE_LENGTH): PageShape | undefined {
  const pages = 1 + Math.max(0, Math.ceil((total - first) / PAGE_LENGTH))
  if (!Number.isInteger(page) || page < 1 || page > pages) return undefined
  return { page, pages, total }
}

type Entry = z.output<typeof entry>

/** The stories that an editor placed, without those that readers may not see. */
function findPlaced(archive: Archive, now: Date): { first: Entry[]; inBands: Entry[] } {
  const order = readFrontOrder(archive.rows)
  const find = (slugs: readonly string[]) =>
    archive.rows.all(
      entry,
      `SELECT a.id, a.summary FROM json_each(:slugs) s JOIN articles a ON a.slug = s.value
       WHERE ${seen.articles('a')} ORDER BY s.key`,
      { slugs: JSON.stringify(slugs), now: now.getTime() },
    )
  const lead = order.first.length > 0 ? undefined : findLead(archive, now)
  const first = onceEach(find(order.first))
  const leading = first.length === 0 && lead !== undefined ? [lead] : first
  const all = onceEach([...leading, ...find(Object.values(order.bands).flat())])
  return { first: leading, inBands: all.slice(leading.length, FRONT_LENGTH) }
}

const storyOf = ({ summary }: Entry) => summary.translationOf ?? summary.slug

/** An editor may have placed a story in two languages: the first stays. */
function onceEach(entries: readonly Entry[]): Entry[] {
  const stories = new Set<string>()
  return entries.filter((each) => stories.size < stories.add(storyOf(each)).size)
}

/** The newest `lead`, in the language in which the front page shows it. */
function findLead(archive: Archive, now: Date): Entry | undefined {
  const values = { now: now.getTime() }
  const lead = archive.rows.one(
    entry,
    `SELECT a.id, a.summary FROM articles a
     WHERE a.lead = 1 AND ${seen.articles('a')} ORDER BY a.due DESC, a.tie DESC LIMIT 1`,
    values,
  )
  if (lead === undefined) return undefined
  return archive.rows.one(
    entry,
    `SELECT a.id, a.summary FROM entries e JOIN articles a ON a.id = e.article
     WHERE e.list = ${FRONT_LIST} AND ${seen.entries('e')} AND e.article IN (${MEMBERS})
     ORDER BY a.lead DESC, e.due DESC, e.tie DESC LIMIT 1`,
    { ...values, original: storyOf(lead) },
  )
}

const identity = z.object({ id: z.number() })

/** These entries and the same stories in other languages. */
const idsOfStories = (archive: Archive, entries: readonly Entry[]): number[] =>
  entries.flatMap((each) =>
    archive.rows.all(identity, MEMBERS, { original: storyOf(each) }).map(({ id }) => id),
  )

/** Earlier than any date. */
const NO_BOUND = -NEVER - 1

type Range = {
  without?: number[]
  limit: number
  offset: number
  since?: number
  everyLanguage?: boolean
}

function readEntries(archive: Archive, list: number, now: Date, range: Range): ArticleSummary[] {
  const { without = [], limit, offset, since = NO_BOUND, everyLanguage = false } = range
  const gate = everyLanguage ? 'e.due <= :now' : seen.entries('e')
  const rows = archive.rows.all(
    entry,
    `SELECT a.id, a.summary FROM (
       SELECT e.article FROM entries e
       WHERE e.list = :list AND ${gate} AND e.article NOT IN (SELECT value FROM json_each(:without)) AND e.due > :since
       ORDER BY e.due DESC, e.tie DESC, e.article DESC LIMIT :limit OFFSET :offset
     ) CROSS JOIN articles a ON a.id = article WHERE ${seen.articles('a')}
     ORDER BY a.due DESC, a.tie DESC, a.id DESC`,
    { list, now: now.getTime(), since, limit, offset, without: JSON.stringify(without) },
  )
  const site = readStoredSite(archive.rows)
  return rows.map((row) => shownSummary(row.summary, site))
}

function reportNextTurn(archive: Archive, list: number, now: Date): void {
  const turn = nextTurnOfList(archive.rows, list, now)
  if (turn !== undefined) reportValidUntil(turn)
}
