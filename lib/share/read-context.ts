import type { Archive } from '@/lib/archive/open'
import type { Article } from '@/lib/article/article'
import type { Notice } from '@/lib/article/notice'

/** What git and the front matter say about changes, at a given time. */
export type KnownChanges = {
  /** When git last saw an article's words change; undefined if never, or if this isn't known. */
  changedInHistory(article: Article): Promise<Date | undefined>
  /** The same for many articles at once, by path; those that never changed, or for which this isn't known, are left out. */
  changesInHistory(paths: readonly string[]): ReadonlyMap<string, Date>
  /** The newest corrections and changes of words across all visible articles. */
  newestNotices(): readonly Notice[]
}

/** What this room needs in addition to the archive. */
export type ShareContext = KnownChanges & {
  /** The site's own origin. */
  siteUrl: string
  now: Date
  archive: Archive
}
