import { theArchive } from '@/lib/archive/open'
import { readSite } from '@/lib/archive/read/pages'
import {
  ASKED_BY_ACCEPT,
  type Endpoint,
  type EndpointReply,
  type EndpointRequest,
} from '@/lib/http/endpoint'
import { now } from '@/lib/site/clock'
import {
  articleMarkdownPath,
  feedWordsPath,
  manifestPath,
  newsSitemapPath,
  openSearchPath,
  pagesSitemapPath,
  sitemapPath,
} from '@/lib/site/routes'
import { type ShareLog, shareImageEndpoints } from './cards/endpoints'
import { iconEndpoints } from './cards/find-icons'
import { feedEndpoints } from './feeds/endpoints'
import { writeFeedWords } from './feeds/feed-words'
import { writeManifest } from './maps/manifest'
import { writeOpenSearch } from './maps/open-search'
import { writeLlms } from './maps/read-llms'
import { readMarkdown } from './maps/read-markdown'
import { readOEmbed, writeOEmbedXml } from './maps/read-oembed'
import { articlesSitemap, newsSitemap, pagesSitemap, sitemapIndex } from './maps/read-sitemap'
import { writeRobots } from './maps/robots'
import type { KnownChanges, ShareContext } from './read-context'

type Handler = (
  context: ShareContext,
  request: EndpointRequest,
) => Promise<EndpointReply> | EndpointReply

const XML = 'application/xml; charset=utf-8'
const TEXT = 'text/plain; charset=utf-8'
const MARKDOWN = 'text/markdown; charset=utf-8'

const found = (body: string | undefined, type: string): EndpointReply =>
  body === undefined ? { status: 404 } : { status: 200, type, body }

/** What the site offers programs: feeds, sitemaps, Markdown, share images. */
export function shareEndpoints(
  siteUrl: string,
  log: ShareLog,
  changesAt: (now: Date) => KnownChanges,
): Endpoint[] {
  const context = (): ShareContext => {
    const at = now()
    return {
      siteUrl,
      now: at,
      archive: theArchive(),
      ...changesAt(at),
    }
  }
  const kept = (path: string | RegExp, handler: Handler): Endpoint => ({
    methods: ['GET'],
    path,
    cached: true,
    handle: (request) => handler(context(), request),
  })
  const site = ({ archive }: ShareContext) => readSite(archive)
  return [
    ...feedEndpoints(context),
    ...shareImageEndpoints(context, log),
    ...iconEndpoints(context, log),
    kept(sitemapPath(), async (at) => found(await sitemapIndex(at), XML)),
    kept(pagesSitemapPath(), (at) => found(pagesSitemap(1, at), XML)),
    kept(/^\/sitemap-pages-(?<part>[2-9]|[1-9]\d{1,3})\.xml$/, (at, { params }) =>
      found(pagesSitemap(Number(params.part), at), XML),
    ),
    kept(/^\/sitemap-articles-(?<part>[1-9]\d{0,4})\.xml$/, (at, { params }) =>
      found(articlesSitemap(Number(params.part), at), XML),
    ),
    kept(newsSitemapPath(), (at) => found(newsSitemap(at), XML)),
    kept(feedWordsPath(), (at) => found(writeFeedWords(site(at)), 'text/css; charset=utf-8')),
    kept('/robots.txt', (at) => found(writeRobots(site(at), siteUrl), TEXT)),
    kept('/llms.txt', (at) => found(writeLlms(at), TEXT)),
    kept(openSearchPath(), (at) =>
      found(writeOpenSearch(site(at), siteUrl), 'application/opensearchdescription+xml'),
    ),
    kept(manifestPath(), (at) => found(writeManifest(site(at)), 'application/manifest+json')),
    kept(/^\/articles\/(?<slug>[^/]+)\.md$/, answerMarkdown),
    { methods: ['GET'], path: '/oembed', handle: (request) => answerOEmbed(context(), request) },
  ]
}

/**
 * Under the article's own address, Markdown is only for clients that ask for it: a shared cache that ignores Vary must not
 * keep it, or browsers would get it too.
 */
const BY_ACCEPT = { Vary: 'Accept', 'CDN-Cache-Control': 'no-store' }

async function answerMarkdown(
  context: ShareContext,
  { params, query }: EndpointRequest,
): Promise<EndpointReply> {
  const slug = params.slug ?? ''
  const markdown = await readMarkdown(slug, context)
  if (markdown === undefined) return { status: 404 }
  const headers = {
    ...(query.has(ASKED_BY_ACCEPT) && BY_ACCEPT),
    'Content-Location': articleMarkdownPath(slug),
  }
  if (markdown.state === 'moved') {
    return { status: 308, headers: { ...headers, Location: markdown.path } }
  }
  const status = markdown.state === 'withdrawn' ? 410 : 200
  return { status, type: MARKDOWN, headers, body: markdown.markdown }
}

/** A whole number of pixels, or no limit. */
const bound = (text: string | null) =>
  text !== null && /^\d{1,6}$/.test(text) ? Number(text) : undefined

function answerOEmbed(context: ShareContext, { query }: EndpointRequest): EndpointReply {
  const format = query.get('format') ?? 'json'
  const url = query.get('url')
  if (url === null) return { status: 400, body: 'Which page? Add url=, its whole address.\n' }
  if (format !== 'json' && format !== 'xml') {
    return { status: 501, body: 'The formats are json and xml.\n' }
  }
  const maxWidth = bound(query.get('maxwidth'))
  const maxHeight = bound(query.get('maxheight'))
  const answer = readOEmbed({ url, maxWidth, maxHeight }, context)
  if (answer === undefined) return { status: 404, body: 'No article has this address.\n' }
  return format === 'json'
    ? { status: 200, type: 'application/json', body: JSON.stringify(answer) }
    : { status: 200, type: 'text/xml; charset=utf-8', body: writeOEmbedXml(answer) }
}
