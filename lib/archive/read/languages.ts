import * as z from 'zod'
import { primaryLanguage } from '@/lib/language/stems/stem'
import { type Archive, theArchive } from '../open'
import { readStoredSite } from '../write/store-site'

const row = z.object({ lang: z.string() })

/** The languages of the archive by the first parts of their tags (`de` of `de-AT`), the site's first. */
export function readLanguages(archive: Archive = theArchive()): string[] {
  const own = primaryLanguage(readStoredSite(archive.rows).lang)
  const rows = archive.rows.all(row, 'SELECT lang FROM languages ORDER BY lang')
  return [...new Set([own, ...rows.map(({ lang }) => lang)])]
}
