import type { Archive } from '@/lib/archive/open'
import type { Article } from '@/lib/article/article'

/** What everything here is made from, beside the archive. */
export type ShareContext = {
  /** The site's own origin. */
  siteUrl: string
  now: Date
  archive: Archive
  /** When git last saw an article's words change; undefined if never, or if no one knows. */
  changedInHistory(article: Article): Promise<Date | undefined>
  /** The same of many articles at once, by their paths; those that never changed, or may have, are left out. */
  changesInHistory(paths: readonly string[]): ReadonlyMap<string, Date>
}
