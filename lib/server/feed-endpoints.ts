import { LIST_KINDS } from '@/lib/archive/tags'
import { FEED_FILES, type FeedFormat } from '@/lib/routes'
import { writeAtom } from '@/lib/share/atom'
import { FEED_TYPES, type Feed } from '@/lib/share/feed'
import { writeJsonFeed } from '@/lib/share/json-feed'
import type { ShareContext } from '@/lib/share/read-context'
import { type FeedOf, readFeed } from '@/lib/share/read-feed'
import { writeRss } from '@/lib/share/rss'
import type { Endpoint, EndpointReply } from './endpoint'

const FORMATS = [
  { format: 'rss', write: writeRss },
  { format: 'atom', write: writeAtom },
  { format: 'json', write: writeJsonFeed },
] satisfies { format: FeedFormat; write: (feed: Feed) => string }[]

/** The feeds of the site and of each list, in every format. */
export function feedEndpoints(context: () => ShareContext): Endpoint[] {
  return FORMATS.flatMap(({ format, write }) => {
    const file = FEED_FILES[format]
    const type = `${FEED_TYPES[format]}; charset=utf-8`
    const reply = async (of?: FeedOf): Promise<EndpointReply> => {
      const feed = await readFeed(of, context())
      return feed === undefined ? { status: 404 } : { status: 200, type, body: write(feed) }
    }
    return [
      { methods: ['GET'], cached: true, path: `/${file}`, handle: () => reply() },
      ...LIST_KINDS.map(
        (kind): Endpoint => ({
          methods: ['GET'],
          cached: true,
          path: new RegExp(`^/${kind}s/(?<slug>[^/]+)/${file.replace('.', '\\.')}$`),
          handle: ({ params }) => reply({ kind, slug: params.slug ?? '' }),
        }),
      ),
    ]
  })
}
