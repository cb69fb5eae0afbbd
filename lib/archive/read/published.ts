import * as z from 'zod'
import { type Archive, theArchive } from '../open'

const row = z.object({ due: z.number(), lang: z.string() })

/** When these articles were published, and their languages; in no particular order. */
export function readPublished(
  ids: readonly number[],
  archive: Archive = theArchive(),
): { at: Date; lang: string }[] {
  const sql = `SELECT due, lang FROM articles
    WHERE id IN (SELECT value FROM json_each(:ids))`
  const rows = archive.rows.all(row, sql, { ids: JSON.stringify(ids) })
  return rows.map(({ due, lang }) => ({ at: new Date(due), lang }))
}
