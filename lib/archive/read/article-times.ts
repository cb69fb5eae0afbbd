import * as z from 'zod'
import { reportCacheTags, reportValidUntil } from '@/lib/running/report'
import { FRONT } from '../cache-tags'
import { type Archive, theArchive } from '../open'
import { seen } from '../visibility'
import { countList, FRONT_LIST, nextTurnOfList } from '../write/list-rows'

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

/** The number of articles that readers see. */
export function countArticles(now: Date, archive: Archive = theArchive()): number {
  reportCacheTags(FRONT)
  const turn = nextTurnOfList(archive.rows, FRONT_LIST, now)
  if (turn !== undefined) reportValidUntil(turn)
  return countList(archive.rows, FRONT_LIST, now)
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
