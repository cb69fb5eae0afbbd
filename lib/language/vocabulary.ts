import { detachString } from './detach-string'
import { hashTerm, hashText } from './term-hash'

/** What ranking counts of one text: `text` is the number of the text that `weight` and `place` are of. */
export type CountedTerm = { readonly hash: number; text: number; weight: number; place: number }

/** A folded word of the texts that were read. */
export type KnownWord = {
  readonly word: string
  /** What search finds it by, '' for a stop word. */
  readonly term: string
  /** The words that it may be made of, by which search finds it too, apart by spaces; '' for none. */
  readonly parts: string
  /** It only joins sentences, so that sharing it makes no two texts alike. */
  readonly joins: boolean
  /** Undefined for a word that ranking leaves out. */
  readonly counted: CountedTerm | undefined
  /** The number of the text that had it last. */
  text: number
  /** The number of who was told of it last. */
  toldTo: number
}

export type VocabularyRules = {
  termOf: (word: string) => string
  partsOf?: ((term: string) => string) | undefined
  joins: (word: string) => boolean
  /** Whether ranking counts words that only join sentences. */
  ranksJoining: boolean
}

/** Of 300,000 words a large archive is made, of these most occur once; past them the vocabulary starts afresh. */
const MAX_KEPT = 200_000

/** Words at hand: three of four words of a text are among them, and finding one there takes no walk through memory. */
const NEAR = 8_192

const emptyPlaces = () => new Array<KnownWord | undefined>(NEAR).fill(undefined)

/**
 * The words that texts are made of, one object for each: in an archive's vocabulary each look-up costs as much as all
 * else that is done with a word, so there is one, and what is counted is counted in the object.
 */
export class Vocabulary {
  #words = new Map<string, KnownWord>()
  #near = emptyPlaces()
  #counted = new Map<number, CountedTerm>()

  constructor(private readonly rules: VocabularyRules) {}

  joins(word: string): boolean {
    return this.rules.joins(word)
  }

  /** Bounds memory. Not to be called while a text is read, or one word of it would be two objects. */
  makeRoom(): void {
    if (this.#words.size < MAX_KEPT) return
    this.#words = new Map()
    this.#near = emptyPlaces()
    this.#counted = new Map()
  }

  /** The one object of a folded word, until the next `makeRoom`. */
  wordOf(word: string): KnownWord {
    const place = hashText(word) & (NEAR - 1)
    const near = this.#near[place]
    if (near?.word === word) return near
    const known = this.#words.get(word) ?? this.#meet(word)
    this.#near[place] = known
    return known
  }

  #meet(word: string): KnownWord {
    const own = detachString(word)
    const term = this.rules.termOf(own)
    const parts = this.rules.partsOf?.(term) ?? ''
    const joins = this.rules.joins(own)
    const isRanked = term !== '' && (!joins || this.rules.ranksJoining)
    const counted = isRanked ? this.#countedOf(hashTerm(term)) : undefined
    const made = { word: own, term, parts, joins, counted, text: 0, toldTo: 0 }
    this.#words.set(own, made)
    return made
  }

  #countedOf(hash: number): CountedTerm {
    const found = this.#counted.get(hash)
    if (found !== undefined) return found
    const made = { hash, text: 0, weight: 0, place: -1 }
    this.#counted.set(hash, made)
    return made
  }
}
