import * as z from 'zod'
import { type Archive, theArchive } from '../open'
import { seen } from '../visibility'

const row = z.object({ id: z.number(), body: z.string(), lang: z.string() })

/** The Markdown of an article, and its language. */
export type Body = { body: string; lang: string }

/** The bodies of these articles that readers may see, each cut to a number of characters, by article id. */
export function readBodies(
  ids: readonly number[],
  { length, now }: { length: number; now: Date },
  archive: Archive = theArchive(),
): Map<number, Body> {
  const rows = archive.rows.all(
    row,
    `SELECT a.id, substr(b.body, 1, :length) AS body, a.lang
     FROM articles a JOIN bodies b ON b.id = a.id
     WHERE a.id IN (SELECT value FROM json_each(:ids)) AND ${seen.articles('a')}`,
    { ids: JSON.stringify(ids), length, now: now.getTime() },
  )
  return new Map(rows.map(({ id, ...body }) => [id, body]))
}
