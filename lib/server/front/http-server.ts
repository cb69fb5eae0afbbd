import http, { type RequestListener, type Server, STATUS_CODES } from 'node:http'
import { Socket } from 'node:net'
import { KEEP_ALIVE_MS } from './keep-alive'
import { ReadyResponse } from './ready-response'
import { MAX_TARGET } from './refusals'
import type { Header } from './representation'

/** A request head that is still incomplete after this is given up; even the worst line is quicker. */
const HEAD_MS = 10_000
/** A request whose body is still incomplete after this is given up too. */
const REQUEST_MS = 25_000
/** How often both limits are checked: a slow client is disconnected after 30 s at the latest. */
const CHECK_MS = 5_000
/** The longest address, and the same again for all headers. */
const MAX_HEAD = 2 * MAX_TARGET

/** A node:http server with limits, and with our own answers to requests that it can't parse. */
export function createHttpServer(listener: RequestListener, always: readonly Header[]): Server {
  const server = http.createServer(
    {
      headersTimeout: HEAD_MS,
      requestTimeout: REQUEST_MS,
      connectionsCheckingInterval: CHECK_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      maxHeaderSize: MAX_HEAD,
      // The front counts Host headers itself, and answers in its own words.
      requireHostHeader: false,
      noDelay: true,
      ServerResponse: ReadyResponse,
    },
    listener,
  )
  // The front decides before it invites a body: a client that asks first gets its 413 without sending 60 MB.
  server.on('checkContinue', (req, res) => {
    listener(req, res)
    setImmediate(() => {
      if (!res.headersSent) res.writeContinue()
    })
  })
  // Node's own answer to any other expectation would lack our usual headers.
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
  // The packet may be a later one: a flood of headers contains line ends, an endless address has none.
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
