import * as z from 'zod'
import { type Site, UNNAMED_DEFAULTS } from '@/lib/site/site'
import type { Statements } from '../statements'
import { siteColumn } from '../stored'

/** Used until site.yaml can be read; the log and /readyz report that error. */
const UNNAMED_SITE: Site = {
  ...UNNAMED_DEFAULTS,
  name: 'Broadsheet',
  description: '',
  sections: [],
}

const stored = z.object({ value: z.string() })

/** A page asks a dozen times, and parsing takes longest, so the site of the last text is kept. */
let parsed: { text: string; site: Site } | undefined

export function readStoredSite(rows: Statements): Site {
  const text = rows.one(stored, "SELECT value FROM meta WHERE key = 'site'")?.value
  if (text === undefined) return UNNAMED_SITE
  if (parsed?.text !== text) parsed = { text, site: siteColumn.parse(text) }
  return parsed.site
}

/**
 * Stores what site.yaml says. In another time zone every date without an offset means another time, and in another language
 * every text without one has other words, so these files are marked to be read again. Returns whether there are any.
 */
export function storeSite(rows: Statements, site: Site): boolean {
  const before = readStoredSite(rows)
  rows.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('site', :value)", {
    value: JSON.stringify(site),
  })
  if (before.timeZone === site.timeZone && before.lang === site.lang) return false
  const marked = rows.run(
    "UPDATE files SET mtime = -1, hash = '' WHERE dir = 'pages' OR dir = 'articles' OR dir LIKE 'articles/%'",
  )
  return marked.changes > 0
}
