import { createHmac, timingSafeEqual } from 'node:crypto'

/** HMAC-SHA-256 of the parts, base64url. Because of the purpose, a hash made for one thing is no use for another. */
export function keyedHash(key: string, purpose: string, ...parts: string[]): string {
  // JSON distinguishes ['a','b'] from ['ab',''].
  return createHmac('sha256', key)
    .update(JSON.stringify([purpose, ...parts]))
    .digest('base64url')
}

/** Compares in a time that reveals nothing about where the two differ, whatever their lengths. */
export function isSame(expected: string, given: string): boolean {
  const digest = (value: string) => createHmac('sha256', 'compare').update(value).digest()
  return timingSafeEqual(digest(expected), digest(given))
}
