import * as z from 'zod'
import { type Archive, theArchive } from '../../open'
import { seen } from '../../visibility'

const found = z.object({ shown: z.number() })

/** Everything in these folders is public; an image beside an article is part of the article. */
const PUBLIC = /^(?:media|pages)\//

/**
 * Whether readers may see an image, by its path below the content folder: an image beside an article is visible while an
 * article (or plain page) that shows it is.
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

/** Plain pages are few, always public, and in one folder. */
function isOnPage(name: string, archive: Archive): boolean {
  const file = name.slice(name.lastIndexOf('/') + 1)
  const row = archive.rows.one(
    found,
    'SELECT EXISTS (SELECT 1 FROM pages WHERE instr(page, :file) > 0) AS shown',
    { file },
  )
  return row?.shown === 1
}
