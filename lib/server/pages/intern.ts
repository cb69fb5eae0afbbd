import { LRUCache } from 'lru-cache'

/** Tags of ten thousand pages; what doesn't come up again within that many is kept twice, no more. */
const copies = new LRUCache<string, string>({ max: 20_000 })

/** The same text as one string however often it was made: kept pages have most of their tags and policies in common. */
export function intern(text: string): string {
  const known = copies.get(text)
  if (known === undefined) copies.set(text, text)
  return known ?? text
}
