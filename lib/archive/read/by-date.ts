import * as z from 'zod'
import type { ArchiveDate } from '@/lib/article/archive-date'
import type { ArticleSummary } from '@/lib/article/article'
import { shownSummary } from '@/lib/article/shown'
import { reportCacheTags, reportValidUntil } from '@/lib/running/report'
import { FRONT } from '../cache-tags'
import { type Archive, theArchive } from '../open'
import { summaryColumn } from '../stored'
import { seen } from '../visibility'
import { FRONT_LIST, nextTurnOfList } from '../write/list-rows'
import { readStoredSite } from '../write/store-site'

type Span = Pick<ArchiveDate, 'from' | 'until'>

const count = z.object({ count: z.number() })
const oldest = z.object({ at: z.number().nullable() })
const summary = z.object({ summary: summaryColumn })

const WITHIN = `e.list = ${FRONT_LIST} AND e.due >= :from AND e.due < :until AND ${seen.entries('e')}`

const bindings = ({ from, until }: Span, now: Date) => ({
  ...{ from: from.getTime(), until: until.getTime(), now: now.getTime() },
})

function report(now: Date, archive: Archive): void {
  reportCacheTags(FRONT)
  const turn = nextTurnOfList(archive.rows, FRONT_LIST, now)
  if (turn !== undefined) reportValidUntil(turn)
}

/** How many stories published in this span readers see. */
export function countSpan(span: Span, now: Date, archive: Archive = theArchive()): number {
  report(now, archive)
  const sql = `SELECT count(*) AS count FROM entries e WHERE ${WITHIN}`
  return archive.rows.one(count, sql, bindings(span, now))?.count ?? 0
}

/** The date of the oldest story that readers see. */
export function readOldest(now: Date, archive: Archive = theArchive()): Date | undefined {
  report(now, archive)
  const sql = `SELECT (SELECT e.due FROM entries e WHERE e.list = ${FRONT_LIST} AND ${seen.entries('e')}
    ORDER BY e.due LIMIT 1) AS at`
  const at = archive.rows.one(oldest, sql, { now: now.getTime() })?.at
  return at == null ? undefined : new Date(at)
}

/** The stories published in this span, newest first, at most `limit`. */
export function readSpan(
  span: Span,
  limit: number,
  now: Date,
  archive: Archive = theArchive(),
): ArticleSummary[] {
  report(now, archive)
  const sql = `SELECT a.summary FROM entries e JOIN articles a ON a.id = e.article
    WHERE ${WITHIN} ORDER BY e.due DESC, e.tie DESC, e.article DESC LIMIT :limit`
  const site = readStoredSite(archive.rows)
  const rows = archive.rows.all(summary, sql, { ...bindings(span, now), limit })
  return rows.map((row) => shownSummary(row.summary, site))
}
