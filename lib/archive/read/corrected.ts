import { z } from 'zod'
import { type Archive, theArchive } from '../open'
import { CORRECTED } from '../schema'
import { correctionsColumn } from '../stored'
import { seen } from '../visibility'

const corrected = z.object({
  slug: z.string(),
  title: z.string(),
  lang: z.string().nullable(),
  corrections: correctionsColumn,
})

/** The articles that readers see and that carry corrections, in no order. */
export function readCorrected(now: Date, archive: Archive = theArchive()) {
  return archive.rows.all(
    corrected,
    `SELECT a.slug, json_extract(fields, '$.title') AS title, json_extract(fields, '$.lang') AS lang,
       json_extract(fields, '$.corrections') AS corrections
     FROM bodies CROSS JOIN articles a ON a.id = bodies.id
     WHERE ${CORRECTED} AND ${seen.articles('a')}`,
    { now: now.getTime() },
  )
}
