import http, { type RequestListener, type Server, STATUS_CODES } from 'node:http'
import { Socket } from 'node:net'
import { KEEP_ALIVE_MS } from './keep-alive'
import { ReadyResponse } from './ready-response'
import { MAX_TARGET } from './refusals'
import type { Header } from './representation'

/** A head that isn't whole after this long is given up; nobody on the worst line needs it. */
const HEAD_MS = 10_000
/** So is a request whose body isn't. */
const REQUEST_MS = 25_000
/** How often the two are looked at: a slow client is gone after 30 s at the latest. */
const CHECK_MS = 5_000
/** The largest address and as much again for all headers. */
const MAX_HEAD = 2 * MAX_TARGET

/** node:http with limits, and with answers of ours to what it can't read. */
export function createHttpServer(listener: RequestListener, always: readonly Header[]): Server {
  const server = http.createServer(
    {
      headersTimeout: HEAD_MS,
      requestTimeout: REQUEST_MS,
      connectionsCheckingInterval: CHECK_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      maxHeaderSize: MAX_HEAD,
      // The front counts Host headers itself, and says so in its own words.
      requireHostHeader: false,
      noDelay: true,
      ServerResponse: ReadyResponse,
    },
    listener,
  )
  // The front decides before it invites a body: a client that asks first is told 413 without sending 60 MB.
  server.on('checkContinue', (req, res) => {
    listener(req, res)
    setImmediate(() => {
      if (!res.headersSent) res.writeContinue()
    })
  })
  // Node's own answer to any other expectation would lack the headers that every answer of ours has.
  server.on('checkExpectation', listener)
  server.on('connect', (_req, socket) => socket.end(rawRefusal(405, always)))
  server.on('clientError', (error: NodeJS.ErrnoException & { rawPacket?: Buffer }, socket) => {
    if (!socket.writable || (socket instanceof Socket && socket.bytesWritten > 0)) {
      socket.destroy()
      return
    }
    socket.end(rawRefusal(statusOf(error), always))
  })
  return server
}

function statusOf(error: NodeJS.ErrnoException & { rawPacket?: Buffer }): number {
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') return 408
  if (error.code !== 'HPE_HEADER_OVERFLOW') return 400
  // The packet at hand may be a later one: a flood of headers has line ends in it, an endless address has none.
  return error.rawPacket?.includes('\r\n') ? 431 : 414
}

function rawRefusal(status: number, always: readonly Header[]): string {
  const body = `${status} ${STATUS_CODES[status]}\n`
  const headers: Header[] = [
    ...always,
    ['Content-Type', 'text/plain; charset=utf-8'],
    ['Content-Length', String(body.length)],
    ['Cache-Control', 'no-store'],
    ['Connection', 'close'],
    ...(status === 405 ? [['Allow', 'GET, HEAD'] as const] : []),
  ]
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines}\r\n${body}`
}
