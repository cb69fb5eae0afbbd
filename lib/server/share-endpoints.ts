import { theArchive } from '@/lib/archive/open'
import { LIST_KINDS } from '@/lib/archive/tags'
import { now } from '@/lib/clock'
import { findUpdated } from '@/lib/history/find-history'
import { FEED_FILES, type FeedFormat } from '@/lib/routes'
import { writeAtom } from '@/lib/share/atom'
import { FEED_TYPES, type Feed } from '@/lib/share/feed'
import { writeJsonFeed } from '@/lib/share/json-feed'
import type { ShareContext } from '@/lib/share/read-context'
import { readFeed } from '@/lib/share/read-feed'
import { writeRss } from '@/lib/share/rss'
import type { Endpoint, EndpointReply, EndpointRequest } from './endpoint'

const MISSING: EndpointReply = { status: 404 }

type Handler = (
  context: ShareContext,
  request: EndpointRequest,
) => Promise<EndpointReply> | EndpointReply

/** What the site hands to programs: feeds, maps for search engines, share images. */
export function shareEndpoints(siteUrl: string): Endpoint[] {
  const cached = (path: string | RegExp, handler: Handler): Endpoint => ({
    methods: ['GET'],
    path,
    cached: true,
    handle: (request) => handler(contextOf(siteUrl), request),
  })
  return feeds(cached)
}

function contextOf(siteUrl: string): ShareContext {
  const at = now()
  return {
    siteUrl,
    now: at,
    archive: theArchive(),
    changedInHistory: async (article) => (await findUpdated(article, at))?.since.at,
  }
}

type Cached = (path: string | RegExp, handler: Handler) => Endpoint

const WRITERS = { rss: writeRss, atom: writeAtom, json: writeJsonFeed } satisfies Record<
  FeedFormat,
  (feed: Feed) => string
>
const FORMATS = ['rss', 'atom', 'json'] as const

function feeds(cached: Cached): Endpoint[] {
  return FORMATS.flatMap((format) => {
    const file = FEED_FILES[format]
    const reply = (feed: Feed | undefined): EndpointReply =>
      feed === undefined
        ? MISSING
        : {
            status: 200,
            type: `${FEED_TYPES[format]}; charset=utf-8`,
            body: WRITERS[format](feed),
          }
    const lists = LIST_KINDS.map((kind) =>
      cached(new RegExp(`^/${kind}s/(?<slug>[^/]+)/${file}$`), async (context, { params }) =>
        reply(await readFeed({ kind, slug: params.slug ?? '' }, context)),
      ),
    )
    return [
      cached(`/${file}`, async (context) => reply(await readFeed(undefined, context))),
      ...lists,
    ]
  })
}
