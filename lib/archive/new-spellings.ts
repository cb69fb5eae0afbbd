import { ownCopy } from '@/lib/article/own-copy'
import type { Spellings } from './index-article'

/** Of 300,000 words a large archive is made; past them the set starts afresh, and some words are handed on twice. */
const MAX_KEPT = 300_000

/** Shorter words have too many neighbours to be corrected, longer ones and those with digits none. */
const isSpelling = (word: string) => /^\p{L}{3,24}$/u.test(word)

/**
 * Lets each spelling through once, while many articles are read: most words of an article stood in those before it,
 * and to look at a word again in the thread that writes would take a tenth of a first index.
 */
export class NewSpellings {
  #words = new Set<string>()
  #stems = new Set<string>()

  of({ words, stems }: Spellings): Spellings {
    if (this.#words.size + this.#stems.size > MAX_KEPT) {
      this.#words = new Set()
      this.#stems = new Set()
    }
    return { words: newIn(this.#words, words), stems: newIn(this.#stems, stems) }
  }
}

function newIn(known: Set<string>, given: readonly string[]): string[] {
  const found: string[] = []
  for (const word of given) {
    if (known.has(word)) continue
    known.add(ownCopy(word))
    if (isSpelling(word)) found.push(word)
  }
  return found
}
