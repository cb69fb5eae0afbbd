import * as z from 'zod'
import { findAlias } from '@/lib/archive/read/articles'
import { type Endpoint, type EndpointReply, matchEndpoints } from '@/lib/http/endpoint'
import { isShared } from '@/lib/site/route-table'
import { articlePath } from '@/lib/site/routes'
import type { Assets } from '../build/assets'
import { FILE_TRUST_MS, readServedFile, type ServedFile } from '../front/files'
import { pageFreshness, withOwn } from '../front/headers'
import { type Header, Representation } from '../front/representation'
import { collectReads, keptFrom, sooner } from './collect-reads'
import type { Answer, Documents } from './documents'
import type { FindMissing } from './find-missing'
import type { FindSame } from './find-same'
import type { Page } from './kept-pages'

type Options = {
  endpoints: readonly Endpoint[]
  assets: Assets
  findFile: (pathname: string) => ServedFile | undefined
  documents: Documents
  notFound: () => Promise<Page>
  /** From the page cache. */
  kept: (key: string) => Promise<Page>
  /** Both absent in development, which has drafts and unfinished pages. */
  isMissing?: FindMissing
  findSame?: FindSame
  always: readonly Header[]
  now: () => Date
}

/** The error documents' keys in the page cache, which no address can equal. */
export const ERROR_KEYS = { 404: 'error 404', 500: 'error 500' } as const

const ANSWER = 'answer '
const answer = z.object({
  path: z.string(),
  status: z.number(),
  headers: z.array(z.tuple([z.string(), z.string()])),
})

/** The key of an answer that is the same for everyone. */
export const answerKey = (of: Answer) => ANSWER + JSON.stringify(of)

/** There are no pages below these: an address is one of our files or missing. */
const NO_PAGES = /^\/(?:_next|assets|media|errors|views)(?:\/|$)/

/** Makes the answer for a cache key: only this function knows all kinds of things that have an address. */
export function createPageSource(options: Options): (key: string) => Promise<Page> {
  const { assets, findFile, documents, always, now } = options
  return async function renderPage(key) {
    if (key === ERROR_KEYS[404]) return documents.notFound()
    if (key === ERROR_KEYS[500]) return documents.failure()
    if (key.startsWith(ANSWER))
      return documents.answer(answer.parse(JSON.parse(key.slice(ANSWER.length))))
    const [path = key, query = ''] = key.split('?')
    const pathname = decodeURIComponent(path)
    const endpoint = await fromEndpoint(options, pathname, new URLSearchParams(query))
    if (endpoint !== undefined) return endpoint
    const asset = await assets.find(pathname)
    if (asset !== undefined)
      return { representation: asset, tags: [], validUntil: undefined, keep: true }
    const file = findFile(pathname)
    const read = file && (await readServedFile(file, always))
    if (read !== undefined) {
      const validUntil = new Date(now().getTime() + FILE_TRUST_MS)
      return { representation: read, tags: ['all'], validUntil, keep: true }
    }
    if (pathname === '/' && query !== '') return findNumbered(options, key)
    return NO_PAGES.test(pathname) ? options.notFound() : findPage(options, key)
  }
}

/** A page of the site; if there is none, a redirect to the article that used to have this address. */
async function findPage(options: Options, key: string): Promise<Page> {
  const { documents, isMissing, findSame, now } = options
  const [path = key, query = ''] = key.split('?')
  const pathname = decodeURIComponent(path)
  const [missing, asked] = await collectReads(async () =>
    isMissing?.(pathname, new URLSearchParams(query), now()),
  )
  const same = missing ? undefined : await findSame?.(key)
  // Not cached under this key too: the number of such addresses is unlimited.
  if (same !== undefined) return { ...(await options.kept(same)), keep: false }
  const page = missing
    ? await documents.missing(keptFrom(asked))
    : await documents.page(key, isShared(pathname))
  if (page.representation.status !== 404) return page
  const [slug, reads] = await collectReads(async () => findAlias(pathname, now()))
  const tags = new Set([...page.tags, ...reads.tags])
  const kept = { ...page, tags, validUntil: sooner(page.validUntil, reads.validUntil) }
  return slug === undefined ? kept : documents.redirect(308, articlePath(slug), kept, key)
}

/** `/?p=123`: a redirect to the article with this alias; the front page, as without the number, if there is none. */
async function findNumbered({ documents, kept, now }: Options, key: string): Promise<Page> {
  const [slug, reads] = await collectReads(async () => findAlias(key, now()))
  // The front page isn't cached under this key too: the number of such addresses is unlimited.
  if (slug === undefined) return { ...(await kept('/')), keep: false }
  return documents.redirect(308, articlePath(slug), keptFrom(reads), key)
}

async function fromEndpoint(
  { endpoints, documents, always }: Options,
  pathname: string,
  query: URLSearchParams,
): Promise<Page | undefined> {
  const match = matchEndpoints(endpoints, pathname).find(({ endpoint }) => endpoint.cached)
  if (match === undefined) return undefined
  const { endpoint, params } = match
  const asked = {
    method: 'GET',
    pathname,
    params,
    query,
    headers: {},
    body: Buffer.alloc(0),
    client: '',
  }
  const [reply, reads] = await collectReads(async () => endpoint.handle(asked))
  if (reply.isFile) return undefined
  const kept = keptFrom(reads)
  if (reply.status === 404) return documents.missing(kept)
  const own = headersOf(reply)
  const headers = withOwn([...always, ...pageFreshness([...kept.tags])], own)
  return { ...kept, representation: representReply(reply, headers) }
}

export function representReply(reply: EndpointReply, headers: readonly Header[]): Representation {
  return new Representation({
    status: reply.status,
    type: reply.type ?? 'text/plain; charset=utf-8',
    body: Buffer.from(reply.body ?? ''),
    headers,
  })
}

export const headersOf = (reply: EndpointReply): Header[] =>
  Object.entries(reply.headers ?? {}).flatMap(([name, value]) =>
    [value].flat().map((one): Header => [name, one]),
  )
