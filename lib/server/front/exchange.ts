import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Endpoint } from '@/lib/http/endpoint'
import type { Page } from '../pages/kept-pages'
import type { PageCache } from '../pages/page-cache'
import type { Address } from './address'
import type { ServedFile } from './files'
import type { AllowedHosts } from './hosts'
import type { ImageFinder } from './images'
import type { Header, Representation } from './representation'
import type { RequestHead } from './request-head'

/** Everything the front needs of a site once it is there; before that, only health checks are answered. */
export type Site = {
  cache: PageCache
  render: (key: string) => Promise<Page>
  /** The page at an internal path, as an answer for one client. */
  answerPage: (path: string, status: number, headers: readonly Header[]) => Promise<Representation>
  findImage: ImageFinder
  findFile: (pathname: string) => ServedFile | undefined
  /** In development: requests of Next's own client, handed over as they are. */
  passThrough?: (req: IncomingMessage, res: ServerResponse) => boolean
}

export type FrontOptions = {
  hosts: AllowedHosts
  /** Security headers of every answer. */
  always: readonly Header[]
  endpoints: readonly Endpoint[]
  trustProxy: number
  site: () => Site | undefined
  log: {
    error(details: object, message: string): void
    /** Called with each answer once it is out. */
    answered(req: IncomingMessage, res: ServerResponse): void
    /** Whether answers from the cache are worth a call, too. */
    verbose: boolean
  }
}

/** One request on its way to an answer. */
export type Exchange = Unread & { address: Address }
export type Unread = { req: IncomingMessage; res: ServerResponse; asked: RequestHead }
