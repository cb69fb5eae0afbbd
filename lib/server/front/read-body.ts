import type { IncomingMessage } from 'node:http'
import { MAX_BODY } from '@/lib/http/endpoint'

export type ReadBody = { ok: true; body: Buffer } | { ok: false; reason: 'too large' | 'gone' }

/** The whole body, or a refusal as soon as it is larger than the endpoint accepts. */
export async function readBody(req: IncomingMessage, maxBody = 0): Promise<ReadBody> {
  const limit = Math.min(maxBody, MAX_BODY)
  if (Number(req.headers['content-length'] ?? 0) > limit) return { ok: false, reason: 'too large' }
  const parts: Buffer[] = []
  let bytes = 0
  try {
    for await (const part of req.iterator({ destroyOnReturn: false })) {
      const chunk = Buffer.from(part)
      bytes += chunk.length
      if (bytes > limit) return { ok: false, reason: 'too large' }
      parts.push(chunk)
    }
  } catch (error) {
    if (hasLeft(req)) return { ok: false, reason: 'gone' }
    throw error
  }
  return { ok: true, body: Buffer.concat(parts) }
}

/** The connection is closed: nobody is waiting for an answer. */
export const hasLeft = (req: IncomingMessage): boolean => req.socket.destroyed
