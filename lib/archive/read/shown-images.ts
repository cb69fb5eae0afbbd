import { z } from 'zod'
import { type Archive, theArchive } from '../open'
import { seen } from '../visibility'

const found = z.object({ shown: z.number() })

/** Whatever lies there is public; what lies beside an article is part of it. */
const PUBLIC = /^(?:media|pages)\//

/**
 * Whether readers may have an image, by its path below the content folder: one beside an article comes and goes with
 * the articles (and plain pages) that show it.
 */
export function isImageShown(name: string, now: Date, archive: Archive = theArchive()): boolean {
  if (PUBLIC.test(name)) return true
  const inArticle = archive.rows.one(
    found,
    `SELECT EXISTS (SELECT 1 FROM shown_images i JOIN articles a ON a.id = i.article
       WHERE i.path = :name AND ${seen.articles('a')}) AS shown`,
    { name, now: now.getTime() },
  )
  return inArticle?.shown === 1 || isOnPage(name, archive)
}

/** Plain pages are few, always public, and written in one folder. */
function isOnPage(name: string, archive: Archive): boolean {
  const file = name.slice(name.lastIndexOf('/') + 1)
  const row = archive.rows.one(
    found,
    'SELECT EXISTS (SELECT 1 FROM pages WHERE instr(page, :file) > 0) AS shown',
    { file },
  )
  return row?.shown === 1
}
