import type { ServerResponse } from 'node:http'
import { STATUS_CODES } from 'node:http'
import { type Refusal, WAITS_FOR_CONTINUE } from './refusals'
import { endUnread } from './refuse-body'
import type { Header } from './representation'

/** A refusal in plain text: its reader is a program, or did something that none of our links leads to. */
export function sendRefusal(
  res: ServerResponse,
  { status, why, headers }: Refusal,
  always: readonly Header[],
): void {
  const body = `${status} ${STATUS_CODES[status] ?? ''}\n${why}.\n`
  const own: Header[] = Object.entries(headers ?? {})
  const unread = hasBody(res)
  if (unread) res.shouldKeepAlive = false
  res.writeHead(status, [
    ...always.flat(),
    ...own.flat(),
    'Content-Type',
    'text/plain; charset=utf-8',
    'Content-Length',
    String(Buffer.byteLength(body)),
    'Cache-Control',
    'no-store',
  ])
  if (unread) endUnread(res, body)
  else res.end(res.req.method === 'HEAD' ? undefined : body)
}

/** A client that waits for `100 Continue` has sent no body, and will send none after this answer. */
function hasBody({ req }: ServerResponse): boolean {
  const { headers } = req
  if (req.complete || WAITS_FOR_CONTINUE.test(headers.expect ?? '')) return false
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}
