import { z } from 'zod'
import type { KnownWord } from '@/lib/language/vocabulary'

/** By which typing errors are corrected: the words of headline, text and tags, and stems that are none; each once. */
export const spellings = z.object({ words: z.array(z.string()), stems: z.array(z.string()) })
export type Spellings = z.output<typeof spellings>

/** Shorter words have too many neighbours to be corrected, longer ones and those with digits none. */
const isSpelling = (word: string) => /^\p{L}{3,24}$/u.test(word)

/** Of 300,000 words a large archive is made; past them the set starts afresh. */
const MAX_KEPT = 300_000

let readers = 0

/**
 * Lets each spelling through once, while many articles are read: most words of an article stood in those before it,
 * and to look at a word again in the thread that writes would take a tenth of a first index. Some are let through
 * twice: when the vocabulary starts afresh, and a word that was only a stem before.
 */
export class NewSpellings {
  readonly #number = ++readers
  #stems = new Set<string>()

  /** Of the words of an article, those to store, and their stems that are none of them. */
  of(given: readonly KnownWord[]): Spellings {
    if (this.#stems.size > MAX_KEPT) this.#stems = new Set()
    const fresh = given.filter((known) => known.toldTo !== this.#number)
    for (const known of fresh) known.toldTo = this.#number
    const words = fresh.map(({ word }) => word).filter(isSpelling)
    const own = new Set(words)
    const stems: string[] = []
    for (const { term } of fresh) {
      if (this.#stems.has(term) || own.has(term)) continue
      this.#stems.add(term)
      if (isSpelling(term)) stems.push(term)
    }
    return { words, stems }
  }
}
