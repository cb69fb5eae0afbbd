import { createHash } from 'node:crypto'
import type { Coding } from './negotiate'

/** Identifies the content of a body in any coding: 16 bytes of SHA-256, base64url. */
export function contentHash(body: Buffer): string {
  return createHash('sha256').update(body).digest('base64url').slice(0, 22)
}

/**
 * A strong validator: every byte of the answer depends on content, coding and effort (brotli 5 and brotli 11 of one
 * text are different bytes).
 */
export function etagOf(hash: string, coding: Coding, effort: number): string {
  return `"${hash}.${coding}${effort}"`
}

/** What an entity tag is compared with: the variant for a plain request. */
type Current = { hash: string; coding: Coding; etag: string }

/**
 * The entity tag of an `If-None-Match` list (RFC 9110, 13.1.2) that the variant satisfies, or undefined. Tags are compared
 * weakly, and the effort of compression is ignored: what the client has decodes to the same content.
 */
export function matchingEtag(ifNoneMatch: string, current: Current): string | undefined {
  const prefix = `"${current.hash}.${current.coding}`
  for (const part of ifNoneMatch.split(',')) {
    const tag = part.trim()
    if (tag === '*') return current.etag
    const opaque = tag.startsWith('W/') ? tag.slice(2) : tag
    if (opaque.startsWith(prefix) && /^\d*"$/.test(opaque.slice(prefix.length))) return opaque
  }
  return undefined
}
