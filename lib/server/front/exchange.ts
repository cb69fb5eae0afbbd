import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Endpoint } from '@/lib/http/endpoint'
import type { Paper } from '@/lib/words/words'
import type { Answer } from '../pages/documents'
import type { Page } from '../pages/kept-pages'
import type { PageCache } from '../pages/page-cache'
import type { Address } from './address'
import type { ServedFile } from './files'
import type { AllowedHosts } from './hosts'
import type { ImageFinder } from './images'
import type { Header } from './representation'
import type { RequestHead } from './request-head'

/** What the front needs of a site once it exists; before that, only health checks get answers. */
export type Site = {
  cache: PageCache
  render: (key: string) => Promise<Page>
  /** Renders the page at an internal path as the answer for one client. */
  answerPage: (answer: Answer) => Promise<Page>
  findImage: ImageFinder
  findFile: (pathname: string) => ServedFile | undefined
  /** In development: requests of Next's own client, passed on unchanged. */
  passThrough?: (req: IncomingMessage, res: ServerResponse) => boolean
}

export type FrontOptions = {
  hosts: AllowedHosts
  /** Security headers for every answer. */
  always: readonly Header[]
  endpoints: readonly Endpoint[]
  trustProxy: number
  site: () => Site | undefined
  /** In whose language readers are refused. */
  paper: () => Paper
  log: {
    error(details: object, message: string): void
    /** Called after each answer has been sent. */
    answered(req: IncomingMessage, res: ServerResponse): void
    /** Whether to call it for answers from the cache too. */
    verbose: boolean
  }
}

/** One request on its way to an answer. */
export type Exchange = Unread & { address: Address }
export type Unread = { req: IncomingMessage; res: ServerResponse; asked: RequestHead }
