import type { Archive } from '@/lib/archive/open'
import type { Article } from '@/lib/article/article'
import type { Notice } from '@/lib/article/notice'

/** What git and the front matter tell of changes, at a moment. */
export type KnownChanges = {
  /** When git last saw an article's words change; undefined if never, or if no one knows. */
  changedInHistory(article: Article): Promise<Date | undefined>
  /** The same of many articles at once, by their paths; those that never changed, or may have, are left out. */
  changesInHistory(paths: readonly string[]): ReadonlyMap<string, Date>
  /** The newest corrections and changes of words of all articles that readers see. */
  newestNotices(): readonly Notice[]
}

/** What everything here is made from, beside the archive. */
export type ShareContext = KnownChanges & {
  /** The site's own origin. */
  siteUrl: string
  now: Date
  archive: Archive
}
