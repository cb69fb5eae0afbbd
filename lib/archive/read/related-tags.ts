import * as z from 'zod'
import { reportCacheTags } from '@/lib/running/report'
import { listTag, TAGS } from '../cache-tags'
import { type Archive, theArchive } from '../open'
import { seen } from '../visibility'
import { findList } from '../write/list-rows'

/** The newest articles with a tag show which tags currently go with it. */
const NEWEST = 200

const related = z.object({ slug: z.string(), name: z.string() })
export type RelatedTag = z.output<typeof related>

/**
 * Tags that appear with this one more often than their overall use would suggest, at most `limit`; articles that readers
 * don't see are ignored.
 */
export function readRelatedTags(
  slug: string,
  limit: number,
  now: Date,
  archive: Archive = theArchive(),
): RelatedTag[] {
  reportCacheTags(listTag('tag', slug), TAGS)
  const list = findList(archive.rows, 'tag', slug)
  if (list === undefined) return []
  return archive.rows.all(
    related,
    `SELECT l.slug, l.name FROM (
       SELECT e.article FROM entries e WHERE e.list = :list AND ${seen.entries('e')}
       ORDER BY e.due DESC LIMIT ${NEWEST}
     ) AS newest CROSS JOIN entries b ON b.article = newest.article
     CROSS JOIN lists l ON l.id = b.list
     WHERE l.kind = 'tag' AND l.id <> :list
     GROUP BY l.id ORDER BY count(*) * 1.0 / sqrt(l.total) DESC, l.slug LIMIT :limit`,
    { list: list.id, now: now.getTime(), limit },
  )
}
