import type { Paper } from '@/lib/words/words'
import { NOT_KEPT, pageFreshness, securityHeaders } from '../front/headers'
import { isNegotiated } from '../front/markdown-address'
import { contentSecurityPolicy, developmentPolicy } from '../front/policy'
import { type Header, Representation } from '../front/representation'
import { collectReads, type Kept, keptFrom, type Reads, sooner } from './collect-reads'
import { cutFlight } from './cut-flight'
import { intern } from './intern'
import type { Page } from './kept-pages'
import type { NextReply } from './next-pages'
import { plainDocument } from './plain-document'
import { stripRuntime } from './strip-runtime'

/** Internal addresses for rendering the error pages; nobody outside can request them. */
const ERROR_PATHS = { 404: '/errors/404', 500: '/errors/500' } as const

type Options = {
  render: (path: string) => Promise<NextReply>
  /** The 404 document, from the cache. */
  notFound: () => Promise<Page>
  modulePath: string | undefined
  /** The build's style sheets by address; none in development. */
  sheets: ReadonlyMap<string, string>
  classNames: ReadonlyMap<string, string>
  speculationRulesPath: string
  siteUrl: string
  /** For the words of a page that can't be rendered. */
  paper: () => Paper
  dev: boolean
  now: () => Date
  log: { error(details: object, message: string): void }
}

/** An answer for which the page at an internal path is rendered. */
export type Answer = { path: string; status: number; headers: readonly Header[] }

/** Next failed on this page; nothing of its answer may be cached. */
export class RenderError extends Error {}

/** Turns what Next renders into finished documents. */
export class Documents {
  readonly #options: Options

  constructor(options: Options) {
    this.#options = options
  }

  /**
   * The page at this path. Throws a RenderError when Next fails; for a page that doesn't exist it returns the 404 document.
   * In development pages keep Next's runtime, for hot reload and its error overlay.
   */
  async page(path: string, shared: boolean): Promise<Page> {
    const [reply, found] = await collectReads(() => this.#options.render(path), path)
    const reads = shared ? found : { ...found, isPrivate: true }
    if (reply.status === 404 || reads.status === 404) return this.missing(keptLike(reply, reads))
    if (reply.location !== undefined) {
      return this.redirect(reply.status, reply.location, keptLike(reply, reads), path)
    }
    if (reply.status >= 500 && this.#options.dev) return this.#document(reply, reads, path)
    if (reply.status !== 200) throw new RenderError(`Next answered ${reply.status}`)
    if (/x-component/.test(reply.type)) throw new RenderError('Not a document')
    return this.#document({ ...reply, status: reads.status ?? 200 }, reads, path)
  }

  /** The one document for every failure, which only our own cache may keep. */
  async failure(): Promise<Page> {
    try {
      const [reply, reads] = await collectReads(() => this.#options.render(ERROR_PATHS[500]))
      if (reply.status !== 200) throw new RenderError(`Next answered ${reply.status}`)
      const forOne = { ...reads, isPrivate: true }
      return { ...(await this.#document({ ...reply, status: 500 }, forOne, '', true)), keep: true }
    } catch (error) {
      this.#options.log.error({ err: error }, 'The error page itself failed')
      return plainDocument(500, this.#options)
    }
  }

  /** A page of the site as the answer to one client, with its own status and headers; no cache outside may keep it. */
  async answer({ path, status, headers: own }: Answer): Promise<Page> {
    const [reply, reads] = await collectReads(() => this.#options.render(path))
    if (reply.status !== 200) throw new RenderError(`Next answered ${reply.status}`)
    const { body, policy } = this.#finish(reply.body, path, false)
    const usual = [...securityHeaders(this.#options.siteUrl, policy), ...NOT_KEPT]
    const isOwn = ([name]: Header) =>
      own.some(([given]) => given.toLowerCase() === name.toLowerCase())
    const headers = [...usual.filter((header) => !isOwn(header)), ...own]
    const type = 'text/html; charset=utf-8'
    const content = { status, type, body: Buffer.from(body), headers }
    return { ...keptFrom(reads), keep: true, representation: new Representation(content) }
  }

  /** The one document for every address that doesn't exist. */
  async notFound(): Promise<Page> {
    const [reply, reads] = await collectReads(() => this.#options.render(ERROR_PATHS[404]))
    if (reply.status === 404 || reply.status === 200) {
      return this.#document({ ...reply, status: 404 }, reads, ERROR_PATHS[404], true)
    }
    return plainDocument(404, this.#options)
  }

  /**
   * Shares the bytes of the 404 document, and is out of date when that changes, or when something appears that was looked
   * for here.
   */
  async missing(kept: Kept): Promise<Page> {
    const { representation, tags, validUntil } = await this.#options.notFound()
    return {
      ...kept,
      representation,
      tags: new Set([...kept.tags, ...tags]),
      validUntil: sooner(kept.validUntil, validUntil),
    }
  }

  async #document(reply: NextReply, reads: Reads, path: string, always = false): Promise<Page> {
    if (reply.prerendered)
      this.#options.log.error({ url: path }, 'Prerendered: no tag can empty this page')
    const kept = keptLike(reply, reads)
    const headers = [...freshness(kept), ...(reply.status === 503 ? COME_AGAIN : [])]
    if (!reply.type.startsWith('text/html')) {
      const safe = [...securityHeaders(this.#options.siteUrl), ...headers]
      return { ...kept, representation: new Representation({ ...reply, headers: safe }) }
    }
    const { body, policy } = this.#finish(reply.body, path, always)
    return {
      ...kept,
      representation: new Representation({
        status: reply.status,
        type: 'text/html; charset=utf-8',
        body: Buffer.from(body),
        headers: [
          ...securityHeaders(this.#options.siteUrl, policy),
          ...headers,
          ['Speculation-Rules', `"${this.#options.speculationRulesPath}"`],
          ...negotiation(path),
        ],
      }),
    }
  }

  #finish(rendered: Buffer, path: string, always: boolean) {
    const { dev, log } = this.#options
    if (dev && !always) {
      return {
        body: withModule(rendered.toString(), this.#options.modulePath),
        policy: developmentPolicy(),
      }
    }
    const document = cutFlight(rendered).toString()
    const { html: body, hashes, problems } = stripRuntime(document, this.#options)
    if (problems.length > 0)
      log.error({ url: path, problems }, 'A document would not work without script')
    return { body, policy: dev ? developmentPolicy() : intern(contentSecurityPolicy(hashes)) }
  }

  redirect(status: number, location: string, kept: Kept, path: string): Page {
    const headers = [
      ...securityHeaders(this.#options.siteUrl),
      ...freshness(kept),
      ...negotiation(path),
    ]
    const body = Buffer.from(`${location}\n`)
    const content = { status, type: 'text/plain; charset=utf-8', body, headers }
    return { ...kept, location, representation: new Representation(content) }
  }
}

/** An article's address has another answer for clients that prefer Markdown. */
const negotiation = (path: string): Header[] => (isNegotiated(path) ? [['Vary', 'Accept']] : [])

/** Next marks every dynamic page `no-store`; what matters is whether it set a cookie or reported that it is private. */
function keptLike(reply: NextReply, reads: Reads): Kept {
  const kept = keptFrom(reads)
  return { ...kept, keep: kept.keep && !reply.setsCookie }
}

/** In seconds: by then a rush has been answered. */
const COME_AGAIN: readonly Header[] = [['Retry-After', '2']]

const freshness = ({ keep, tags }: Kept) => (keep ? pageFreshness([...tags]) : NOT_KEPT)

const withModule = (html: string, modulePath: string | undefined) =>
  modulePath === undefined
    ? html
    : html.replace('</head>', `<script type="module" src="${modulePath}"></script></head>`)
