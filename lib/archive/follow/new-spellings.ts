import * as z from 'zod'
import type { KnownWord } from '@/lib/language/vocabulary'

/** The words that correct typing errors: those of headline, text and tags, and stems that are not words; each once. */
export const spellings = z.object({ words: z.array(z.string()), stems: z.array(z.string()) })
export type Spellings = z.output<typeof spellings>

/** Shorter words have too many neighbours to be corrected; longer words, and those with digits, have none. */
const isSpelling = (word: string) => /^\p{L}{3,24}$/u.test(word)

/** A large archive has 300,000 different words; beyond that the set is emptied. */
const MAX_KEPT = 300_000

let readers = 0

/**
 * Passes each spelling on once while many articles are read: most words of an article already appeared in earlier ones, and
 * checking them in the writer's thread would take a tenth of the first index. Some pass twice: after the vocabulary was
 * emptied, and when a word was only a stem before.
 */
export class NewSpellings {
  readonly #number = ++readers
  #stems = new Set<string>()

  /** Of an article's words, those to store, and those of their stems that are not words themselves. */
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
