import type { ServerResponse } from 'node:http'
import { STATUS_CODES } from 'node:http'
import type { Refusal } from './refusals'
import type { Header } from './representation'

/** A refusal in plain text: whoever sees it is a program, or has done something no link of ours leads to. */
export function sendRefusal(
  res: ServerResponse,
  { status, why, headers }: Refusal,
  always: readonly Header[],
): void {
  const body = `${status} ${STATUS_CODES[status] ?? ''}\n${why}.\n`
  const own: Header[] = Object.entries(headers ?? {})
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
  res.end(res.req.method === 'HEAD' ? undefined : body)
}
