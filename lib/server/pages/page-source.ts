import { type Endpoint, type EndpointReply, matchEndpoints } from '@/lib/http/endpoint'
import type { Assets } from '../build/assets'
import { isShared } from '../front/address'
import { FILE_TRUST_MS, readServedFile, type ServedFile } from '../front/files'
import { pageFreshness } from '../front/headers'
import { type Header, Representation } from '../front/representation'
import { collectReads } from './collect-reads'
import type { Documents } from './documents'
import { ERROR_PATHS } from './documents'
import type { Page } from './page-cache'

type Options = {
  endpoints: readonly Endpoint[]
  assets: Assets
  findFile: (pathname: string) => ServedFile | undefined
  documents: Documents
  notFound: () => Promise<Page>
  always: readonly Header[]
  now: () => Date
}

/** Below these nothing is a page: what is no file of ours isn't there. */
const NO_PAGES = /^\/(?:_next|assets|media|errors|views)(?:\/|$)/

/** Makes the answer for a cache key: the one place that knows the kinds of things that have an address. */
export function createPageSource(options: Options): (key: string) => Promise<Page> {
  const { assets, findFile, documents, always, now } = options
  return async function renderPage(key) {
    if (key === ERROR_PATHS[404]) return documents.notFound()
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
    return NO_PAGES.test(pathname) ? options.notFound() : documents.page(key, isShared(pathname))
  }
}

async function fromEndpoint(
  { endpoints, notFound, always }: Options,
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
  const { tags, validUntil } = reads
  const kept = { tags, validUntil, keep: !reads.isPrivate }
  if (reply.status === 404) return { ...(await notFound()), ...kept }
  const own = headersOf(reply)
  const isOwn = ([name]: Header) =>
    own.some(([given]) => given.toLowerCase() === name.toLowerCase())
  const usual = [...always, ...pageFreshness([...tags])].filter((header) => !isOwn(header))
  const headers = [...usual, ...own]
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
