import { findListPage } from '@/lib/archive/read/lists'
import { listSlug } from '@/lib/archive/read/tag-names'
import { LIST_KINDS } from '@/lib/article/lists'
import type { Feed } from '@/lib/feeds/feed'
import { FEED_WRITERS } from '@/lib/feeds/writers'
import type { Endpoint, EndpointReply } from '@/lib/http/endpoint'
import { reportPrivate } from '@/lib/running/report'
import {
  correctionsFeedPath,
  FEED_FORMATS,
  FEEDS,
  type FeedFormat,
  feedPath,
} from '@/lib/site/routes'
import type { ShareContext } from '../read-context'
import { correctionsFeed } from './read-corrections-feed'
import { type FeedOf, readFeed } from './read-feed'

/**
 * RSS is served as plain XML. Browsers show RSS's own media type as text, without the style sheet that explains to people
 * what a feed is; feed readers accept both.
 */
const SERVED: Record<FeedFormat, string> = {
  rss: 'application/xml',
  atom: FEEDS.atom.type,
  json: FEEDS.json.type,
}

/** The feeds of the site, of each list and of corrections, in every format. */
export function feedEndpoints(context: () => ShareContext): Endpoint[] {
  return FEED_FORMATS.flatMap((format) => {
    const { file } = FEEDS[format]
    const type = SERVED[format]
    const feed = (path: string | RegExp, handle: Endpoint['handle']): Endpoint => ({
      methods: ['GET'],
      cached: true,
      path,
      handle,
    })
    const reply = (written: Feed): EndpointReply => ({
      status: 200,
      type: `${type}; charset=utf-8`,
      body: FEED_WRITERS[format](written),
    })
    const answer = async (of?: FeedOf): Promise<EndpointReply> => {
      const found = await readFeed(of, context())
      return found === undefined ? leadToFeed(format, of, context()) : reply(found)
    }
    return [
      feed(feedPath(format), () => answer()),
      feed(correctionsFeedPath(format), () => reply(correctionsFeed(context()))),
      ...LIST_KINDS.map((kind) =>
        feed(new RegExp(`^/${kind}s/(?<slug>[^/]+)/${file.replace('.', '\\.')}$`), ({ params }) =>
          answer({ kind, slug: params.slug ?? '' }),
        ),
      ),
    ]
  })
}

/** A reader who follows a list by another spelling, or a tag by a synonym, is redirected to its feed. */
function leadToFeed(
  format: FeedFormat,
  of: FeedOf | undefined,
  { now, archive }: ShareContext,
): EndpointReply {
  if (of === undefined) return { status: 404 }
  const slug = listSlug(of.kind, of.slug, archive)
  if (slug === of.slug || !findListPage(of.kind, slug, 1, now, archive)) return { status: 404 }
  // The number of spellings is unlimited, so none gets a place in the cache.
  reportPrivate()
  return { status: 308, headers: { Location: feedPath(format, { kind: of.kind, slug }) } }
}
