import * as z from 'zod'
import { type Archive, theArchive } from '../open'
import { seen } from '../visibility'

const time = z.number().transform((at) => new Date(at))
const row = z.object({
  path: z.string(),
  original: z.string(),
  changed: time,
  originalChanged: time,
})

/** A translation and its original, by their files, and when each last changed as the front matter says. */
export type TranslationPair = z.output<typeof row>

const changed = (alias: string) =>
  `max(${alias}.due, ifnull(unixepoch(json_extract(${alias}.summary, '$.updated.at')) * 1000, 0))`

/** Every translation that readers see, with its original if they see that too. */
export const readTranslationPairs = (
  now: Date,
  archive: Archive = theArchive(),
): TranslationPair[] =>
  archive.rows.all(
    row,
    `SELECT a.path, o.path AS original, ${changed('a')} AS changed, ${changed('o')} AS originalChanged
     FROM translations t JOIN articles a ON a.id = t.article JOIN articles o ON o.slug = t.original
     WHERE ${seen.articles('a')} AND ${seen.articles('o')} ORDER BY a.path`,
    { now: now.getTime() },
  )
