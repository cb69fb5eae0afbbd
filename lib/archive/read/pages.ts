import * as z from 'zod'
import { reportCacheTags } from '@/lib/running/report'
import type { Site } from '@/lib/site/site'
import type { WordOverrides } from '@/lib/words/table'
import { PAGES, pageTag, SITE } from '../cache-tags'
import { type Archive, theArchive } from '../open'
import { readWords } from '../settings'
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

/** The same object until a file changes, so that what is computed for a site can be cached under it. */
let last: { stored: Site; words: WordOverrides | undefined; site: Site } | undefined

/** content/site.yaml as it was when it was last valid, with the words of content/words.yaml. */
export function readSite(archive: Archive = theArchive()): Site {
  reportCacheTags(SITE)
  const stored = readStoredSite(archive.rows)
  const words = readWords(archive.rows)
  if (last?.stored !== stored || last.words !== words)
    last = { stored, words, site: words ? { ...stored, words } : stored }
  return last.site
}
