/** What the front answers without Next: forms, hooks, feeds, health. Features register theirs in endpoints.ts. */
export type Endpoint = {
  methods: readonly ('GET' | 'POST')[]
  /** The decoded pathname; groups become `params`. */
  path: string | RegExp
  /** Bytes of body that are read at all; more is answered 413. Nothing means no body is read. */
  maxBody?: number
  /** GET only: the answer goes through the page cache, under the tags that it reported. */
  cached?: boolean
  /** Health checks answer while the archive is still being read. */
  early?: boolean
  handle(request: EndpointRequest): Promise<EndpointReply> | EndpointReply
}

/** The internal form of "this article, and the client would rather have it as Markdown": no address outside has a query here. */
export const ASKED_BY_ACCEPT = 'by-accept'

export type EndpointRequest = {
  method: string
  /** Decoded, without a trailing slash. */
  pathname: string
  params: Record<string, string>
  query: URLSearchParams
  headers: Record<string, string | string[] | undefined>
  body: Uint8Array
  /** The client's address, as far as TRUST_PROXY lets us believe it. */
  client: string
}

export type EndpointReply = {
  status: number
  /** Cache-Control is `private, no-store` unless the endpoint is cached or says otherwise. */
  headers?: Record<string, string | string[]>
  type?: string
  body?: string | Buffer
  /** Instead of a body: the internal path of a page that Next renders as this answer, under its status. With neither, 404 is the site's own document. */
  page?: string
  /** Cached endpoints only: instead of a body, the file of public/ that has this address. */
  isFile?: boolean
  /** That page is the same for everyone under this path, so that it is rendered once. */
  isForAll?: boolean
}

export type EndpointMatch = { endpoint: Endpoint; params: Record<string, string> }

/** Every endpoint at this address, whatever its method. */
export function matchEndpoints(endpoints: readonly Endpoint[], pathname: string): EndpointMatch[] {
  return endpoints.flatMap((endpoint) => {
    if (typeof endpoint.path === 'string') {
      return endpoint.path === pathname ? [{ endpoint, params: {} }] : []
    }
    const match = endpoint.path.exec(pathname)
    return match === null ? [] : [{ endpoint, params: { ...match.groups } }]
  })
}

/** No form of this site sends more; an endpoint may allow less. In bytes. */
export const MAX_BODY = 1024 * 1024
