import { z } from 'zod'
import type { Site } from '@/lib/site'
import { type Archive, theArchive } from './open'
import { reportTags } from './report'
import { readStoredSite } from './store-site'
import { pageColumn } from './stored'
import { PAGES, pageTag, SITE } from './tags'

const stored = z.object({ page: pageColumn })
const named = z.object({ slug: z.string(), title: z.string() })

/** The plain page at `/<slug>`. */
export function findPlainPage(slug: string, archive: Archive = theArchive()) {
  const asked = slug.normalize('NFC')
  reportTags(pageTag(asked))
  return archive.rows.one(stored, 'SELECT page FROM pages WHERE slug = :slug', { slug: asked })
    ?.page
}

/** The plain pages for the site's navigation, by title. */
export function readPlainPages(archive: Archive = theArchive()) {
  reportTags(PAGES)
  return archive.rows.all(named, 'SELECT slug, title FROM pages ORDER BY title, slug')
}

/** content/site.yaml as it was when it was last right. */
export function readSite(archive: Archive = theArchive()): Site {
  reportTags(SITE)
  return readStoredSite(archive.rows)
}
