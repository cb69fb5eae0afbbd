import * as z from 'zod'
import { shownText } from '@/lib/article/shown'
import { type Archive, theArchive } from '../open'
import { CORRECTED } from '../schema'
import { correctionsColumn } from '../stored'
import { seen } from '../visibility'
import { readStoredSite } from '../write/store-site'

const corrected = z.object({
  slug: z.string(),
  title: z.string(),
  lang: z.string(),
  corrections: correctionsColumn,
})

/** The visible articles with corrections, in no particular order. */
export function readCorrected(now: Date, archive: Archive = theArchive()) {
  const rows = archive.rows.all(
    corrected,
    `SELECT a.slug, json_extract(fields, '$.title') AS title, json_extract(fields, '$.lang') AS lang,
       json_extract(fields, '$.corrections') AS corrections
     FROM bodies CROSS JOIN articles a ON a.id = bodies.id
     WHERE ${CORRECTED} AND ${seen.articles('a')}`,
    { now: now.getTime() },
  )
  const site = readStoredSite(archive.rows)
  return rows.map(({ title, corrections, ...row }) => {
    const set = (text: string) => shownText(text, site, row.lang)
    const told = corrections.map((each) => ({ ...each, text: set(each.text) }))
    return { ...row, title: set(title), corrections: told }
  })
}
