import * as z from 'zod'
import { LIST_KINDS } from '@/lib/article/lists'
import { type Archive, theArchive } from '../open'

const facet = z.object({
  kind: z.enum(LIST_KINDS),
  slug: z.string(),
  name: z.string(),
  count: z.number(),
})
export type Facet = z.output<typeof facet>

/** The lists in which most, but not all, of these articles appear; at most `limit`. */
export function readFacets(
  ids: readonly number[],
  limit: number,
  archive: Archive = theArchive(),
): Facet[] {
  return archive.rows.all(
    facet,
    `SELECT l.kind, l.slug, l.name, count(*) AS count
     FROM json_each(:ids) i CROSS JOIN entries e ON e.article = i.value
     CROSS JOIN lists l ON l.id = e.list
     WHERE l.kind <> 'front' GROUP BY l.id HAVING count(*) > 1 AND count(*) < :all
     ORDER BY count DESC, l.total DESC, l.id LIMIT :limit`,
    { ids: JSON.stringify(ids), all: ids.length, limit },
  )
}
