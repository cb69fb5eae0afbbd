import { createHmac, timingSafeEqual } from 'node:crypto'

/** HMAC-SHA-256 of the parts, base64url. The purpose keeps a hash made for one thing from serving another. */
export function keyedHash(key: string, purpose: string, ...parts: string[]): string {
  // JSON keeps ['a','b'] and ['ab',''] apart.
  return createHmac('sha256', key)
    .update(JSON.stringify([purpose, ...parts]))
    .digest('base64url')
}

/** Compares in a time that says nothing about where the two differ, whatever their lengths. */
export function isSame(expected: string, given: string): boolean {
  const digest = (value: string) => createHmac('sha256', 'compare').update(value).digest()
  return timingSafeEqual(digest(expected), digest(given))
}
