import { statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { findArticleFile } from '@/lib/archive/read/unpublished'
import { onChange } from '@/lib/running/report'
import { now } from '@/lib/site/clock'
import { readAddress } from './front/address'
import type { NextReply } from './pages/next-pages'

/** Where a page in development learns that it is out of date (server-sent events). */
const PATH = '/assets/changes'

/** Soon enough for a save to appear before the editor looks up; a stat of one file costs next to nothing. */
const LOOK_MS = 150

/** For development: pages show what was last saved, published or not, and reload when it changes. */
export class DevChanges {
  readonly #contentDir: string
  /** When the archive last changed, and when its images did. */
  readonly #last = { any: 0, images: 0 }

  constructor(contentDir: string) {
    this.#contentDir = contentDir
    onChange((tags) => {
      this.#last.any = now().getTime()
      if (tags.some((tag) => /^(?:all$|media:)/.test(tag))) this.#last.images = this.#last.any
    })
  }

  /** Renders a page that knows when its rendering began, so that it also learns of changes made before it has loaded. */
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

  /** Tells such a page when to reload, for as long as it is open; false for any other request. */
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

  /** When an article's file (its ctime, since its mtime can be set) or an image of the site last changed. */
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

/** The internal address that shows an article or the front page with unpublished content. */
function draftAddress(address: string): string {
  if (/^\/articles\/[^/?]+(?:\?|$)/.test(address)) {
    return address.replace('/articles/', '/views/drafts/')
  }
  return address === '/' ? '/views/drafts' : address
}
