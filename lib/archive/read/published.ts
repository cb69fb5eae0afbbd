import { z } from 'zod'
import { type Archive, theArchive } from '../open'

const row = z.object({ due: z.number(), lang: z.string().nullable() })

/** When these articles were published, and the language of each that isn't in the site's; in no order. */
export function readPublished(
  ids: readonly number[],
  archive: Archive = theArchive(),
): { at: Date; lang: string | undefined }[] {
  const sql = `SELECT due, summary ->> '$.lang' AS lang FROM articles
    WHERE id IN (SELECT value FROM json_each(:ids))`
  const rows = archive.rows.all(row, sql, { ids: JSON.stringify(ids) })
  return rows.map(({ due, lang }) => ({ at: new Date(due), lang: lang ?? undefined }))
}
