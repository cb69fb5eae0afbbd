import type { FeedFormat } from '@/lib/site/routes'

/** A feed, in no format yet. All addresses are absolute; all texts are plain unless the field says HTML. */
export type Feed = {
  title: string
  description: string
  /** The page that the feed is about. */
  home: string
  /** The feed's own address in each format. */
  self: (format: FeedFormat) => string
  icon: string
  siteName: string
  lang: string
  timeZone: string
  /** Newest first. */
  entries: FeedEntry[]
}

export type FeedEntry = {
  /** Stays the same even if the article's address changes. */
  id: string
  url: string
  title: string
  lang: string
  standfirst: string
  /** The full text with absolute addresses. */
  html: string
  published: Date
  /** When its words last changed since it was published. */
  updated?: Date
  authors: string[]
  /** Its section, then its tags. */
  categories: string[]
  /** The text's original source, if it wasn't written here. */
  via?: string
  /** Its photo. */
  image?: FeedImage & { bytes: number }
  /** The picture to show if it has no photo. */
  thumbnail?: FeedImage
}

export type FeedImage = {
  url: string
  type: string
  width: number
  height: number
  alt: string
}

/** The time of the latest change in the feed; undefined for an empty one. */
export function lastChangeOf(feed: Feed): Date | undefined {
  const times = feed.entries.map(({ published, updated }) => (updated ?? published).getTime())
  return times.length === 0 ? undefined : new Date(Math.max(...times))
}
