import { statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { onChange } from '@/lib/archive/report'
import { findArticleFile } from '@/lib/archive/unpublished'

/** Where a page in development hears that it is out of date (server-sent events). */
const PATH = '/assets/changes'

/** A save is on the screen before one has looked up; a stat of one file costs nothing. */
const LOOK_MS = 150

/** Put into each page in development: the address shows what was saved last, so it is loaded again. */
export const RELOAD_SCRIPT = `<script>new EventSource('${PATH}?page='+encodeURIComponent(location.pathname)).onmessage=()=>location.reload()</script>`

/** Answers such a page for as long as it is open; false for any other request. */
export function tellChanges(
  contentDir: string,
  req: IncomingMessage,
  res: ServerResponse,
): boolean {
  const url = new URL(req.url ?? '/', 'http://localhost')
  if (url.pathname !== PATH) return false
  const article = /^\/articles\/([^/]+)$/.exec(url.searchParams.get('page') ?? '')
  const slug = article?.[1] === undefined ? undefined : decodeURIComponent(article[1])
  res.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
  res.write('retry: 500\n\n')
  const tell = () => res.write('data: changed\n\n')
  const stopHearing = onChange((tags) => {
    // An article's own file is looked at below, whether it can be published or not.
    if (slug === undefined || tags.some((tag) => /^(?:all$|media:)/.test(tag))) tell()
  })
  let before = slug && stateOf(contentDir, slug)
  const timer = setInterval(() => {
    const state = slug && stateOf(contentDir, slug)
    if (state !== before) tell()
    before = state
  }, LOOK_MS)
  res.on('close', () => {
    clearInterval(timer)
    stopHearing()
  })
  return true
}

/** Differs whenever the file was written; empty while there is none. */
function stateOf(contentDir: string, slug: string): string {
  const file = findArticleFile(slug)
  const stats = file && statSync(path.join(contentDir, file), { throwIfNoEntry: false })
  return stats ? `${stats.size} ${stats.mtimeMs}` : ''
}

/** In development articles and the front page are asked for with what isn't published yet. */
export function draftAddress(address: string): string {
  if (/^\/articles\/[^/?]+(?:\?|$)/.test(address))
    return address.replace('/articles/', '/views/drafts/')
  return address === '/' ? '/views/drafts' : address
}
