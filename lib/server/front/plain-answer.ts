import type { ServerResponse } from 'node:http'
import { STATUS_CODES } from 'node:http'
import type { Paper } from '@/lib/words/words'
import { plainHtml } from './plain-html'
import { type Refusal, WAITS_FOR_CONTINUE } from './refusals'
import { endUnread } from './refuse-body'
import type { Header } from './representation'

type Options = { always: readonly Header[]; paper: () => Paper }

/** A refusal in plain text for programs; in the site's words for readers, where a reader may meet it. */
export function sendRefusal(res: ServerResponse, refusal: Refusal, options: Options): void {
  const { status, headers } = refusal
  const { type, body } = contentOf(res, refusal, options)
  const own: Header[] = Object.entries(headers ?? {})
  const unread = hasBody(res)
  if (unread) res.shouldKeepAlive = false
  res.writeHead(status, [
    ...options.always.flat(),
    ...own.flat(),
    'Content-Type',
    type,
    'Content-Length',
    String(Buffer.byteLength(body)),
    'Cache-Control',
    'no-store',
  ])
  if (unread) endUnread(res, body)
  else res.end(res.req.method === 'HEAD' ? undefined : body)
}

function contentOf({ req }: ServerResponse, { status, why, says }: Refusal, { paper }: Options) {
  if (says === undefined || !req.headers.accept?.includes('text/html')) {
    const body = `${status} ${STATUS_CODES[status] ?? ''}\n${why}.\n`
    return { type: 'text/plain; charset=utf-8', body }
  }
  const body = plainHtml(paper(), ({ refused }) => refused[says])
  return { type: 'text/html; charset=utf-8', body }
}

/** A client that waits for `100 Continue` has sent no body, and will send none after this answer. */
function hasBody({ req }: ServerResponse): boolean {
  const { headers } = req
  if (req.complete || WAITS_FOR_CONTINUE.test(headers.expect ?? '')) return false
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}
