import { hashText } from './term-hash'
import { visitWords } from './word-spans'

/** Words in a shingle: agencies' texts share long runs, texts about one event hardly ever four words often. */
const SHINGLE_WORDS = 4

/** Every run of four words of a text, as hashes: two texts that share most of them are one text, edited. */
export function shingles(text: string, lang?: string): Set<number> {
  return new Set(shingleList(text, lang))
}

/** The same in the order of the text, a repeated run repeatedly. */
export function shingleList(text: string, lang?: string): number[] {
  const found: number[] = []
  const last: number[] = []
  visitWords(text, lang, (word) => {
    last.push(hashText(word))
    if (last.length < SHINGLE_WORDS) return
    let hash = 0
    for (const each of last) {
      hash = Math.imul(hash ^ each, 0x9e3779b1)
      hash ^= hash >>> 15
    }
    found.push(hash >>> 0)
    last.shift()
  })
  return found
}

/** A text with fewer shingles is a headline or a line: there the two must be nearly equal. */
const SHORT = 20
const SHARE = 0.5
const SHARE_OF_SHORT = 0.8

/** The share of the shorter text's shingles that the longer one has too, 0 to 1. */
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
