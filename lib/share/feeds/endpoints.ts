import { readList } from '@/lib/archive/read/lists'
import { findTagName } from '@/lib/archive/read/tag-names'
import { LIST_KINDS } from '@/lib/archive/tags'
import { slugify } from '@/lib/article/slug'
import { writeAtom } from '@/lib/feeds/atom'
import { FEED_TYPES, type Feed } from '@/lib/feeds/feed'
import { writeJsonFeed } from '@/lib/feeds/json-feed'
import { writeRss } from '@/lib/feeds/rss'
import type { Endpoint, EndpointReply } from '@/lib/http/endpoint'
import { reportPrivate } from '@/lib/running/report'
import { correctionsFeedPath, FEED_FILES, type FeedFormat, feedPath } from '@/lib/site/routes'
import type { ShareContext } from '../read-context'
import { correctionsFeed } from './read-corrections-feed'
import { type FeedOf, readFeed } from './read-feed'

const FORMATS = [
  { format: 'rss', write: writeRss },
  { format: 'atom', write: writeAtom },
  { format: 'json', write: writeJsonFeed },
] satisfies { format: FeedFormat; write: (feed: Feed) => string }[]

/** The feeds of the site, of each list and of corrections, in every format. */
export function feedEndpoints(context: () => ShareContext): Endpoint[] {
  return FORMATS.flatMap(({ format, write }) => {
    const file = FEED_FILES[format]
    const feed = (path: string | RegExp, handle: Endpoint['handle']): Endpoint => ({
      methods: ['GET'],
      cached: true,
      path,
      handle,
    })
    const reply = (written: Feed): EndpointReply => ({
      status: 200,
      type: `${FEED_TYPES[format]}; charset=utf-8`,
      body: write(written),
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

/** Whoever follows a list under another spelling, or a tag under a synonym, is led to its one feed. */
function leadToFeed(
  format: FeedFormat,
  of: FeedOf | undefined,
  { now, archive }: ShareContext,
): EndpointReply {
  if (of === undefined) return { status: 404 }
  const spelled = slugify(of.slug)
  const slug = (of.kind === 'tag' && findTagName(spelled, archive)?.slug) || spelled
  if (slug === of.slug || !readList(of.kind, slug, 1, now, archive)) return { status: 404 }
  // Spellings are without number: none of them is worth a place in the cache.
  reportPrivate()
  return { status: 308, headers: { Location: feedPath(format, { kind: of.kind, slug }) } }
}
