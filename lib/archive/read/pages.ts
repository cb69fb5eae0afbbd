import { z } from 'zod'
import { reportCacheTags } from '@/lib/running/report'
import type { Site } from '@/lib/site/site'
import { PAGES, pageTag, SITE } from '../cache-tags'
import { type Archive, theArchive } from '../open'
import { pageColumn } from '../stored'
import { readStoredSite } from '../write/store-site'

const stored = z.object({ page: pageColumn })
const named = z.object({ slug: z.string(), title: z.string() })

/** The plain page at `/<slug>`. */
export function findPlainPage(slug: string, archive: Archive = theArchive()) {
  const asked = slug.normalize('NFC')
  reportCacheTags(pageTag(asked))
  return archive.rows.one(stored, 'SELECT page FROM pages WHERE slug = :slug', { slug: asked })
    ?.page
}

/** The plain pages for the site's navigation, by title. */
export function readPlainPages(archive: Archive = theArchive()) {
  reportCacheTags(PAGES)
  return archive.rows.all(named, 'SELECT slug, title FROM pages ORDER BY title, slug')
}

/** content/site.yaml as it was when it was last valid. */
export function readSite(archive: Archive = theArchive()): Site {
  reportCacheTags(SITE)
  return readStoredSite(archive.rows)
}
