/** An address that the front answers without Next: forms, hooks, feeds, health. Features list theirs in endpoints.ts. */
export type Endpoint = {
  methods: readonly ('GET' | 'POST')[]
  /** The decoded pathname; a regular expression's groups become `params`. */
  path: string | RegExp
  /** The most bytes of body that are read; more is answered 413. Undefined means that no body is read. */
  maxBody?: number
  /** GET only: the answer goes through the page cache, under the cache tags that it reported. */
  cached?: boolean
  /** Set for health checks: they answer even while the archive is still being read. */
  early?: boolean
  handle(request: EndpointRequest): Promise<EndpointReply> | EndpointReply
}

/** The internal form of "this article, but the client prefers Markdown": no outside address has a query here. */
export const ASKED_BY_ACCEPT = 'by-accept'

export type EndpointRequest = {
  method: string
  /** Decoded, without a trailing slash. */
  pathname: string
  params: Record<string, string>
  query: URLSearchParams
  headers: Record<string, string | string[] | undefined>
  body: Uint8Array
  /** The client's address, as far as TRUST_PROXY allows us to trust it. */
  client: string
}

export type EndpointReply = {
  status: number
  /** Cache-Control is `private, no-store` unless the endpoint is cached or says otherwise. */
  headers?: Record<string, string | string[]>
  type?: string
  body?: string | Buffer
  /**
   * In place of a body: the internal path of a page that Next renders for this answer, which keeps its status. With
   * neither, a 404 is the site's own document.
   */
  page?: string
  /** Only for cached endpoints: the answer is the file of public/ with this address, not a body. */
  isFile?: boolean
  /** Whether the page under this path is the same for everyone, so that it is rendered once. */
  isForAll?: boolean
}

export type EndpointMatch = { endpoint: Endpoint; params: Record<string, string> }

/** All endpoints at this address, whatever their method. */
export function matchEndpoints(endpoints: readonly Endpoint[], pathname: string): EndpointMatch[] {
  return endpoints.flatMap((endpoint) => {
    if (typeof endpoint.path === 'string') {
      return endpoint.path === pathname ? [{ endpoint, params: {} }] : []
    }
    const match = endpoint.path.exec(pathname)
    return match === null ? [] : [{ endpoint, params: { ...match.groups } }]
  })
}

/** In bytes: no form of this site sends more; an endpoint may allow less. */
export const MAX_BODY = 1024 * 1024
