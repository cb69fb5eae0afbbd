import type { IncomingMessage } from 'node:http'

/** The few headers that the front itself needs, collected in one pass. */
export type RequestHead = {
  method: string
  target: string
  headerCount: number
  hosts: number
  host: string
  forwardedHost: string | undefined
  accept: string | undefined
  acceptEncoding: string | undefined
  ifNoneMatch: string | undefined
  range: string | undefined
  ifRange: string | undefined
  contentLength: number
  expect: string | undefined
}

/** `req.headers` joins and copies every header; this pass takes a third of the time, and notices duplicates. */
export function readRequestHead(req: IncomingMessage): RequestHead {
  const raw = req.rawHeaders
  const asked = blank(req, raw.length / 2)
  for (let i = 0; i < raw.length; i += 2) {
    const name = raw[i] ?? ''
    const read = INTERESTING_LENGTHS.has(name.length) ? READERS.get(name.toLowerCase()) : undefined
    read?.(asked, raw[i + 1] ?? '')
  }
  return asked
}

function blank(req: IncomingMessage, headerCount: number): RequestHead {
  return {
    method: req.method ?? '',
    target: req.url ?? '',
    headerCount,
    hosts: 0,
    host: '',
    forwardedHost: undefined,
    accept: undefined,
    acceptEncoding: undefined,
    ifNoneMatch: undefined,
    range: undefined,
    ifRange: undefined,
    contentLength: 0,
    expect: undefined,
  }
}

const join = (before: string | undefined, value: string) =>
  before === undefined ? value : `${before}, ${value}`

const READERS = new Map<string, (asked: RequestHead, value: string) => void>([
  [
    'host',
    (asked, value) => {
      asked.hosts++
      asked.host = value
    },
  ],
  [
    'x-forwarded-host',
    (asked, value) => {
      asked.forwardedHost = join(asked.forwardedHost, value)
    },
  ],
  [
    'accept',
    (asked, value) => {
      asked.accept = join(asked.accept, value)
    },
  ],
  [
    'accept-encoding',
    (asked, value) => {
      asked.acceptEncoding = join(asked.acceptEncoding, value)
    },
  ],
  [
    'if-none-match',
    (asked, value) => {
      asked.ifNoneMatch = join(asked.ifNoneMatch, value)
    },
  ],
  [
    'range',
    (asked, value) => {
      asked.range = value
    },
  ],
  [
    'if-range',
    (asked, value) => {
      asked.ifRange = value
    },
  ],
  [
    'content-length',
    (asked, value) => {
      asked.contentLength = Number(value)
    },
  ],
  [
    'expect',
    (asked, value) => {
      asked.expect = join(asked.expect, value)
    },
  ],
])

const INTERESTING_LENGTHS = new Set([...READERS.keys()].map((name) => name.length))
