import { z } from 'zod'
import type { ArticleSummary } from '@/lib/article/article'
import type { ListKind } from '@/lib/article/lists'
import { shownSummary } from '@/lib/article/shown'
import { reportCacheTags, reportValidUntil } from '@/lib/running/report'
import { FRONT, listTag } from '../cache-tags'
import { type Archive, theArchive } from '../open'
import { summaryColumn } from '../stored'
import { NEVER, seen } from '../visibility'
import { countList, FRONT_LIST, findList, nextTurnOfList } from '../write/list-rows'
import { readStoredSite } from '../write/store-site'

/** Two screens of headlines: enough to browse, small enough for one TCP window. */
export const PAGE_LENGTH = 20

type PageShape = { page: number; pages: number; total: number }

export type ListPage = PageShape & { articles: ArticleSummary[] }

const entry = z.object({ id: z.number(), summary: summaryColumn })

/** The front page and the ones after it: the newest visible `lead` first, then by date. Page 1 always exists. */
export function readFrontPage(
  page: number,
  now: Date,
  archive: Archive = theArchive(),
): ListPage | undefined {
  const shape = findFrontPage(page, now, archive)
  if (shape === undefined) return undefined
  const lead = findLead(archive, now)
  const leads = lead === undefined ? 0 : 1
  const first = page === 1 && lead !== undefined ? [lead.summary] : []
  const rest = readEntries(archive, FRONT_LIST, now, {
    without: lead?.id ?? 0,
    limit: PAGE_LENGTH - first.length,
    offset: Math.max(0, (page - 1) * PAGE_LENGTH - leads),
  })
  return { ...shape, articles: [...first, ...rest] }
}

/** Whether there is such a page, and how many there are, without its articles. */
export function findFrontPage(
  page: number,
  now: Date,
  archive: Archive = theArchive(),
): PageShape | undefined {
  reportCacheTags(FRONT)
  reportNextTurn(archive, FRONT_LIST, now)
  return pageShape(page, countList(archive.rows, FRONT_LIST, now))
}

/** One page of a list, newest first; undefined when readers see no article in it, or no such page. */
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
  const range = { without: 0, limit: PAGE_LENGTH, offset: (page - 1) * PAGE_LENGTH }
  return { ...shape, articles: readEntries(archive, id, now, range) }
}

/** The same without its articles. */
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

/** The newest articles by date alone, whichever leads; with `since`, only those published after it. */
export function readNewest(
  { limit, since = NO_BOUND }: { limit: number; since?: number },
  now: Date,
  archive: Archive = theArchive(),
): ArticleSummary[] {
  reportCacheTags(FRONT)
  reportNextTurn(archive, FRONT_LIST, now)
  return readEntries(archive, FRONT_LIST, now, { without: 0, limit, offset: 0, since })
}

function pageShape(page: number, total: number): PageShape | undefined {
  const pages = Math.max(1, Math.ceil(total / PAGE_LENGTH))
  if (!Number.isInteger(page) || page < 1 || page > pages) return undefined
  return { page, pages, total }
}

function findLead(archive: Archive, now: Date) {
  const row = archive.rows.one(
    entry,
    `SELECT a.id, a.summary FROM articles a
     WHERE a.lead = 1 AND ${seen.articles('a')} ORDER BY a.due DESC, a.tie DESC LIMIT 1`,
    { now: now.getTime() },
  )
  return row && { ...row, summary: shownSummary(row.summary, readStoredSite(archive.rows)) }
}

/** Before every date there is. */
const NO_BOUND = -NEVER - 1

type Range = { without: number; limit: number; offset: number; since?: number }

function readEntries(archive: Archive, list: number, now: Date, range: Range): ArticleSummary[] {
  const rows = archive.rows.all(
    entry,
    `SELECT a.id, a.summary FROM (
       SELECT e.article FROM entries e
       WHERE e.list = :list AND ${seen.entries('e')} AND e.article <> :without AND e.due > :since
       ORDER BY e.due DESC, e.tie DESC, e.article DESC LIMIT :limit OFFSET :offset
     ) CROSS JOIN articles a ON a.id = article WHERE ${seen.articles('a')}
     ORDER BY a.due DESC, a.tie DESC, a.id DESC`,
    { list, now: now.getTime(), since: NO_BOUND, ...range },
  )
  const site = readStoredSite(archive.rows)
  return rows.map((row) => shownSummary(row.summary, site))
}

function reportNextTurn(archive: Archive, list: number, now: Date): void {
  const turn = nextTurnOfList(archive.rows, list, now)
  if (turn !== undefined) reportValidUntil(turn)
}
