import { contentSecurityPolicy } from './policy'
import type { Header } from './representation'

/** A year, which browsers require for their preload list. */
const HSTS_SECONDS = 31_536_000

/** Sent with every answer, including refusals and 304. A document has a policy of its own. */
export function securityHeaders(siteUrl: string, policy = contentSecurityPolicy()): Header[] {
  return [
    ['Content-Security-Policy', policy],
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'strict-origin-when-cross-origin'],
    [
      'Permissions-Policy',
      'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    ],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ...(siteUrl.startsWith('https:')
      ? [['Strict-Transport-Security', `max-age=${HSTS_SECONDS}`] as const]
      : []),
  ]
}

/**
 * How long shared caches may keep a page without asking. They know our cache tags, but the server can't purge them, so this
 * is a few seconds: enough to carry a rush, too short to show yesterday's news. During an outage they may answer for a day.
 */
const SHARED_SECONDS = 10
const BRIDGE_SECONDS = 86_400

/** Browsers ask each time, by ETag (RFC 9111); shared caches follow `CDN-Cache-Control` (RFC 9213). */
export function pageFreshness(tags: readonly string[]): Header[] {
  return [
    ['Cache-Control', 'public, max-age=0, must-revalidate'],
    ['CDN-Cache-Control', `public, max-age=${SHARED_SECONDS}, stale-if-error=${BRIDGE_SECONDS}`],
    ...(tags.length === 0 ? [] : [['Cache-Tag', cacheTag(tags)] as const]),
  ]
}

export const NOT_KEPT: readonly Header[] = [['Cache-Control', 'private, no-store']]
export const IMMUTABLE: readonly Header[] = [
  ['Cache-Control', 'public, max-age=31536000, immutable'],
]
export const REVALIDATED: readonly Header[] = [
  ['Cache-Control', 'public, max-age=0, must-revalidate'],
]

/**
 * CDNs cut the header at 16 KB; the tags beyond this are left out, but `all` and `site`, which come first, still empty the
 * page.
 */
const MAX_CACHE_TAG = 8_000

/** Internal tags, such as hashes of words: an article has some thirty, and nobody outside would purge by them. */
const INWARD = /^(?:near|summary|alias|media|counted):/

function cacheTag(tags: readonly string[]): string {
  let value = ''
  const outward = tags.filter((name) => !INWARD.test(name))
  for (const tag of outward.map((name) => encodeURI(name).replaceAll(',', '%2C'))) {
    if (value.length + tag.length >= MAX_CACHE_TAG) break
    value += value === '' ? tag : `,${tag}`
  }
  return value
}

/** The usual headers, with an answer's own headers in place of those with the same name. */
export function withOwn(usual: readonly Header[], own: readonly Header[]): Header[] {
  const names = new Set(own.map(([name]) => name.toLowerCase()))
  return [...usual.filter(([name]) => !names.has(name.toLowerCase())), ...own]
}
