import type { FeedFormat } from '@/lib/site/routes'

/** A feed before it is written in one of its formats. Every address is absolute, every text plain unless it says HTML. */
export type Feed = {
  title: string
  description: string
  /** The page that the feed follows. */
  home: string
  /** The feed's own addresses. */
  self: Record<FeedFormat, string>
  icon: string
  siteName: string
  lang: string
  timeZone: string
  /** Newest first. */
  entries: FeedEntry[]
}

export type FeedEntry = {
  /** Stays the same however often the article moves. */
  id: string
  url: string
  title: string
  lang: string
  standfirst: string
  /** The full text with absolute addresses. */
  html: string
  published: Date
  /** When its words last changed after it was published. */
  updated?: Date
  authors: string[]
  /** Its section, then its tags. */
  categories: string[]
  /** Where the text comes from, when it wasn't written here. */
  via?: string
  /** Its photo. */
  image?: FeedImage & { bytes: number }
  /** What stands for it where it has no photo. */
  thumbnail?: FeedImage
}

export type FeedImage = {
  url: string
  type: string
  width: number
  height: number
  alt: string
}

export const FEED_TYPES = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
} satisfies Record<FeedFormat, string>

/** The last change of anything in the feed; undefined for an empty one. */
export function lastChangeOf(feed: Feed): Date | undefined {
  const times = feed.entries.map(({ published, updated }) => (updated ?? published).getTime())
  return times.length === 0 ? undefined : new Date(Math.max(...times))
}
