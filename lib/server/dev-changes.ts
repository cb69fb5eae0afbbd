import { statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { findArticleFile } from '@/lib/archive/read/unpublished'
import { onChange } from '@/lib/running/report'
import { now } from '@/lib/site/clock'
import { readAddress } from './front/address'
import type { NextReply } from './pages/next-pages'

/** Where a page in development hears that it is out of date (server-sent events). */
const PATH = '/assets/changes'

/** A save is on the screen before one has looked up; a stat of one file costs nothing. */
const LOOK_MS = 150

/** In development: pages that show what was saved last, published or not, and load themselves again when it changes. */
export class DevChanges {
  readonly #contentDir: string
  /** When the archive last changed, and its images alone. */
  readonly #last = { any: 0, images: 0 }

  constructor(contentDir: string) {
    this.#contentDir = contentDir
    onChange((tags) => {
      this.#last.any = now().getTime()
      if (tags.some((tag) => /^(?:all$|media:)/.test(tag))) this.#last.images = this.#last.any
    })
  }

  /** Renders a page that knows since when it is right: what changes while it is on its way is told it as well. */
  async render(
    render: (address: string) => Promise<NextReply>,
    address: string,
  ): Promise<NextReply> {
    const began = now().getTime()
    const reply = await render(draftAddress(address))
    if (!reply.type.startsWith('text/html')) return reply
    const html = reply.body.toString('utf8').replace('</head>', `${reloadScript(began)}</head>`)
    return { ...reply, body: Buffer.from(html) }
  }

  /** Tells such a page when to load again, for as long as it is open; false for any other request. */
  tell(req: IncomingMessage, res: ServerResponse): boolean {
    if (!req.url?.startsWith(`${PATH}?`)) return false
    const searchParams = new URLSearchParams(req.url.slice(PATH.length))
    const slug = slugOf(searchParams.get('page') ?? '')
    let told = Number(searchParams.get('since'))
    res.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
    res.write('retry: 500\n\n')
    const timer = setInterval(() => {
      const changed = slug === undefined ? this.#last.any : this.#changed(slug)
      if (changed > told) res.write('data: changed\n\n')
      told = Math.max(told, changed)
    }, LOOK_MS)
    res.on('close', () => clearInterval(timer))
    return true
  }

  /** When an article's file was written (what the file itself says of that can be set), or an image of the site. */
  #changed(slug: string): number {
    const file = findArticleFile(slug)
    const found = file && path.join(this.#contentDir, file)
    const stats = found && statSync(found, { throwIfNoEntry: false })
    return Math.max(stats ? stats.ctimeMs : this.#last.any, this.#last.images)
  }
}

const reloadScript = (since: number) =>
  `<script>new EventSource('${PATH}?since=${since}&page='+encodeURIComponent(location.pathname)).onmessage=()=>location.reload()</script>`

function slugOf(page: string): string | undefined {
  const found = readAddress(page)
  const [, slug] =
    (found.kind === 'page' && /^\/articles\/([^/]+)$/.exec(found.address.pathname)) || []
  return slug
}

/** Articles and the front page are asked for with what isn't published yet. */
function draftAddress(address: string): string {
  if (/^\/articles\/[^/?]+(?:\?|$)/.test(address)) {
    return address.replace('/articles/', '/views/drafts/')
  }
  return address === '/' ? '/views/drafts' : address
}
