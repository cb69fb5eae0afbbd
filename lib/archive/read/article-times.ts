import * as z from 'zod'
import { reportCacheTags, reportValidUntil } from '@/lib/running/report'
import { FRONT } from '../cache-tags'
import { type Archive, theArchive } from '../open'
import { HIDDEN, seen } from '../visibility'
import { nextTurnOfAny } from '../write/list-rows'

export type ArticleTimes = { slug: string; path: string; published: Date; updated: Date }

const stored = z.object({
  slug: z.string(),
  path: z.string(),
  published: z.number().transform((at) => new Date(at)),
  updated: z.number().transform((at) => new Date(at)),
})

type Range = { offset: number; limit: number }

/** One range of all articles that readers see, oldest first, so that a new article changes only the last range. */
const STRETCH = `SELECT a.slug, a.path, a.due AS published, a.summary,
    max(a.due, ifnull(unixepoch(json_extract(a.summary, '$.updated.at')) * 1000, 0)) AS updated
  FROM articles a WHERE ${seen.articles('a')} ORDER BY a.due, a.tie, a.id LIMIT :limit OFFSET :offset`

const count = z.object({ count: z.number() })

/** By three indexes: reading a flag of each article would read all their summaries. */
const COUNT = `SELECT (SELECT count(*) FROM articles WHERE due <= :now)
  - (SELECT count(*) FROM articles WHERE id IN (${HIDDEN}) AND due <= :now) AS count`

/** The number of articles that readers see, each language of a story by itself. */
export function countArticles(now: Date, archive: Archive = theArchive()): number {
  reportCacheTags(FRONT)
  const turn = nextTurnOfAny(archive.rows, now)
  if (turn !== undefined) reportValidUntil(turn)
  return archive.rows.one(count, COUNT, { now: now.getTime() })?.count ?? 0
}

/**
 * When the articles of a range were published and updated, without those whose canonical address is on another publisher's
 * site.
 */
export function readArticleTimes(
  range: Range,
  now: Date,
  archive: Archive = theArchive(),
): ArticleTimes[] {
  reportCacheTags(FRONT)
  return archive.rows.all(
    stored,
    `SELECT slug, path, published, updated FROM (${STRETCH})
     WHERE json_extract(summary, '$.canonical') IS NULL`,
    { ...range, now: now.getTime() },
  )
}
