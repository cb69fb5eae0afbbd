import type { FeedFormat } from '@/lib/site/routes'
import { writeAtom } from './atom'
import type { Feed } from './feed'
import { writeJsonFeed } from './json-feed'
import { writeRss } from './rss'

/** The function that writes each format. */
export const FEED_WRITERS: Record<FeedFormat, (feed: Feed) => string> = {
  rss: writeRss,
  atom: writeAtom,
  json: writeJsonFeed,
}
