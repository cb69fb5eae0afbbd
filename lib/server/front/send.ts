import type { ServerResponse } from 'node:http'
import { matchingEtag } from './etag'
import { codingFor } from './negotiate'
import { readRange } from './range'
import { ReadyResponse } from './ready-response'
import type { Header, Representation, Variant } from './representation'
import type { RequestHead } from './request-head'

/**
 * Sends a finished answer in the coding that the client likes best. Returns false if it accepts none of ours. Nearly every
 * request finds its variant ready, and `sendVariant` sends it at once.
 */
export async function sendRepresentation(
  res: ServerResponse,
  asked: RequestHead,
  answer: Representation,
): Promise<boolean> {
  if (asked.range !== undefined && answer.status === 200 && !asked.ifNoneMatch) {
    return sendRange(res, asked, answer, asked.range)
  }
  const coding = codingFor(asked.acceptEncoding)
  if (coding === undefined && answer.compressible) return false
  const wanted = coding ?? 'identity'
  sendVariant(res, asked, answer.status, answer.held(wanted) ?? (await answer.variant(wanted)))
  return true
}

export function sendVariant(
  res: ServerResponse,
  asked: RequestHead,
  status: number,
  variant: Variant,
): void {
  if (asked.ifNoneMatch !== undefined && status === 200) {
    const etag = matchingEtag(asked.ifNoneMatch, variant)
    if (etag !== undefined) {
      res.writeHead(304, notModified(variant.headers, etag))
      res.end()
      return
    }
  }
  if (asked.method === 'HEAD') res.writeHead(status, variant.headers).end()
  else if (res instanceof ReadyResponse) res.sendReady(variant.head, variant.body)
  else res.writeHead(status, variant.headers).end(variant.body)
}

/** Ranges refer to the plain bytes: a range of a compressed text is of no use to anyone. */
async function sendRange(
  res: ServerResponse,
  asked: RequestHead,
  answer: Representation,
  header: string,
): Promise<boolean> {
  const variant = await answer.variant('identity')
  const range =
    asked.ifRange === undefined || asked.ifRange === variant.etag
      ? readRange(header, variant.body.length)
      : undefined
  if (range === undefined) {
    sendVariant(res, asked, answer.status, variant)
  } else if (range === 'unsatisfiable') {
    const extent: Header = ['Content-Range', `bytes */${variant.body.length}`]
    res.writeHead(416, without(variant.headers, CONTENT).concat(extent, 'Content-Length', '0'))
    res.end()
  } else {
    const body = variant.body.subarray(range.start, range.end + 1)
    const extent = `bytes ${range.start}-${range.end}/${variant.body.length}`
    const headers = without(variant.headers, LENGTH)
    res.writeHead(206, [...headers, 'Content-Length', String(body.length), 'Content-Range', extent])
    res.end(asked.method === 'HEAD' ? undefined : body)
  }
  return true
}

const LENGTH = new Set(['Content-Length'])
const CONTENT = new Set(['Content-Length', 'Content-Type', 'Content-Encoding', 'ETag'])

const notModified = (headers: readonly string[], etag: string): string[] =>
  without(headers, CONTENT).concat('ETag', etag)

function without(headers: readonly string[], names: ReadonlySet<string>): string[] {
  const rest: string[] = []
  for (let i = 0; i < headers.length; i += 2) {
    const name = headers[i] ?? ''
    if (!names.has(name)) rest.push(name, headers[i + 1] ?? '')
  }
  return rest
}
