import * as z from 'zod'
import { type Archive, theArchive } from '../open'
import { summaryColumn } from '../stored'
import { seen } from '../visibility'

export type Unpublished = {
  slug: string
  path: string
  title: string
  state: 'draft' | 'scheduled' | 'expired' | 'withdrawn'
}

const row = z.object({
  slug: z.string(),
  path: z.string(),
  draft: z.number(),
  withdrawn: z.number(),
  due: z.number(),
  summary: summaryColumn,
})

/**
 * The articles that readers don't see, latest first. For editors only: a page that shows them must be private, or in
 * development.
 */
export function readUnpublished(
  now: Date,
  limit: number,
  archive: Archive = theArchive(),
): Unpublished[] {
  return archive.rows
    .all(
      row,
      `SELECT slug, path, draft, withdrawn, due, summary FROM articles a
       WHERE NOT (${seen.articles('a')}) ORDER BY due DESC LIMIT :limit`,
      { now: now.getTime(), limit },
    )
    .map(({ slug, path, draft, withdrawn, due, summary }) => ({
      slug,
      path,
      title: summary.title,
      state: stateOf(draft === 1, withdrawn === 1, due > now.getTime()),
    }))
}

function stateOf(draft: boolean, withdrawn: boolean, later: boolean): Unpublished['state'] {
  if (draft) return 'draft'
  if (withdrawn) return 'withdrawn'
  return later ? 'scheduled' : 'expired'
}

const place = z.object({ dir: z.string(), name: z.string() })

/** The path, below the content folder, of the article file with this slug, valid or not; undefined when there is none. */
export function findArticleFile(slug: string, archive: Archive = theArchive()): string | undefined {
  const asked = slug.normalize('NFC')
  const found = archive.rows.all(
    place,
    `SELECT dir, name FROM files WHERE name IN (:nfc, :nfd) AND (dir = 'articles' OR dir LIKE 'articles/%')
     ORDER BY dir LIMIT 1`,
    { nfc: `${asked}.md`, nfd: `${asked.normalize('NFD')}.md` },
  )[0]
  return found && `${found.dir}/${found.name}`
}
