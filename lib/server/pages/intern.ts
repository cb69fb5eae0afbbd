import { LRUCache } from 'lru-cache'

/** The cache tags of ten thousand pages; a tag that isn't used again within this many is simply stored twice. */
const copies = new LRUCache<string, string>({ max: 20_000 })

/** Returns the same string object for equal texts: cached pages share most of their cache tags and policies. */
export function intern(text: string): string {
  const known = copies.get(text)
  if (known === undefined) copies.set(text, text)
  return known ?? text
}
