import { words } from '@/lib/article/words'

/** Words in a shingle: agencies' texts share long runs, texts about one event hardly ever four words often. */
const SHINGLE_WORDS = 4

/** Every run of four words of a text, as hashes: two texts that share most of them are one text, edited. */
export function shingles(text: string, lang?: string): Set<number> {
  const hashes = words(text, lang).map(hashWord)
  const found = new Set<number>()
  for (let i = 0; i + SHINGLE_WORDS <= hashes.length; i++) {
    let hash = 0
    for (let k = 0; k < SHINGLE_WORDS; k++) {
      hash = Math.imul(hash ^ (hashes[i + k] ?? 0), 0x9e3779b1)
      hash ^= hash >>> 15
    }
    found.add(hash >>> 0)
  }
  return found
}

function hashWord(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** A text with fewer shingles is a headline or a line: there the two must be nearly equal. */
const SHORT = 20
const SHARE = 0.5
const SHARE_OF_SHORT = 0.8

/** The share of the shorter text's shingles that stand in the longer one, 0 to 1. */
export function sharedShingles(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [shorter, longer] = a.size <= b.size ? [a, b] : [b, a]
  if (shorter.size === 0) return 0
  let shared = 0
  for (const shingle of shorter) if (longer.has(shingle)) shared++
  return shared / shorter.size
}

/**
 * Whether two texts are one text: the same agency report cut to another length, or with another opening. Quoting
 * the same statement at length is not enough.
 */
export function isSameText(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  const shorter = Math.min(a.size, b.size)
  if (shorter >= SHORT) return sharedShingles(a, b) >= SHARE
  const alike = shorter >= SHARE_OF_SHORT * Math.max(a.size, b.size)
  return alike && sharedShingles(a, b) >= SHARE_OF_SHORT
}
