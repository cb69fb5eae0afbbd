import { LRUCache } from 'lru-cache'

/** Characters of texts kept: the articles of some weeks of a large newsroom, about 30 MB with what is made of them. */
const MOST_CHARACTERS = 4_000_000

/**
 * Keeps what was made of a text for as long as there is room. The text itself is the key: an edit makes another
 * text, and nothing is ever shown that was made of an older one.
 */
export function keptByText<T extends object>(): (text: string, make: () => T) => T {
  const kept = new LRUCache<string, T>({
    maxSize: MOST_CHARACTERS,
    sizeCalculation: (_, text) => Math.max(1, text.length),
  })
  return (text, make) => {
    const found = kept.get(text)
    if (found !== undefined) return found
    const made = make()
    kept.set(text, made)
    return made
  }
}
