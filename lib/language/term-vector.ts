import { nameAfterApostrophe } from './apostrophes'
import { hashPair } from './term-hash'
import { vocabularyOf } from './terms'
import type { CountedTerm, KnownWord } from './vocabulary'
import { visitWords } from './word-spans'

/**
 * What ranking keeps of an article: its weightiest terms as 24-bit hashes, the pairs of neighbouring words in
 * headline and lead (and names anywhere), and its length. About 650 bytes for 500 words, because an archive
 * holds one for each article and a rail reads some two hundred.
 */
export type TermVector = {
  /** Distinct hashes of terms, in the order of the text. */
  terms: Uint32Array
  /** How often each occurs, the headline and the lead counted more; 1 to 255. */
  weights: Uint8Array
  /** Positions in `terms`: of the first and of the second word of each pair, in turn. */
  pairs: Uint8Array
  /** Terms in the whole article, cut or not. */
  length: number
}

/** How much words of the headline and of the first lines count: news says first what it is about. */
const HEADLINE_WEIGHT = 2
const LEAD_WEIGHT = 2
const LEAD_WORDS = 60
/** More terms make rankings no better (the rest occur once, late) and the archive larger. */
const MAX_TERMS = 128
const MAX_PAIRS = 127
/** One byte. */
const MAX_WEIGHT = 255
const HEADER_BYTES = 6

/** What is gathered of one text; `text` is its number, which what is counted of its words bears. */
type Draft = {
  text: number
  words: KnownWord[]
  counted: CountedTerm[]
  pairs: Map<number, readonly [CountedTerm, CountedTerm]>
  length: number
}

/** What an article is indexed under: its terms for full-text search, its vector for ranking. */
export type IndexedText = {
  title: string[]
  body: string[]
  /** The words that those of title and body may be made of. */
  parts: { title: string[]; body: string[] }
  vector: Uint8Array
  /** Every folded word of both and of the tags but for stop words, once. */
  words: KnownWord[]
}

let texts = 0

function isCapital(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  if (unit < 128) return unit >= 65 && unit <= 90
  const character = text.charAt(index)
  return character !== character.toLowerCase()
}

function scan(draft: Draft, text: string, lang: string | undefined, headline: boolean) {
  const vocabulary = vocabularyOf(lang)
  const found: string[] = []
  const parts: string[] = []
  let count = 0
  let previous: CountedTerm | undefined
  let previousCapital = false
  visitWords(text, lang, (word, start, end) => {
    count += 1
    const known = vocabulary.wordOf(word)
    const { term, counted } = known
    if (known.parts !== '') parts.push(known.parts)
    // A word with an apostrophe is longer than its letters.
    const name = end - start > word.length && nameAfterApostrophe(text.slice(start, end))
    if (name) parts.push(vocabulary.wordOf(name).term)
    if (term !== '') found.push(term)
    if (term !== '' && known.text !== draft.text) {
      known.text = draft.text
      draft.words.push(known)
    }
    if (counted !== undefined) {
      const early = headline || count <= LEAD_WORDS
      countTerm(draft, counted, headline ? HEADLINE_WEIGHT : early ? LEAD_WEIGHT : 1)
      const capital = isCapital(text, start)
      if (previous !== undefined && (early || (capital && previousCapital)))
        draft.pairs.set(hashPair(previous.hash, counted.hash), [previous, counted])
      previousCapital = capital
    }
    previous = counted
  })
  return { found, parts }
}

function countTerm(draft: Draft, counted: CountedTerm, weight: number): void {
  if (counted.text !== draft.text) {
    counted.text = draft.text
    counted.weight = 0
    draft.counted.push(counted)
  }
  counted.weight += weight
  draft.length += 1
}

/** The MAX_TERMS terms of greatest weight, of equal ones the earlier, in the order of the text. */
function weightiest(all: CountedTerm[]): CountedTerm[] {
  if (all.length <= MAX_TERMS) return all
  // Counted, not sorted: nearly all of the several hundred terms have one of a few small weights.
  const having = new Uint32Array(MAX_WEIGHT + 1)
  for (const { weight } of all) {
    const counted = Math.min(weight, MAX_WEIGHT)
    having[counted] = (having[counted] ?? 0) + 1
  }
  let least = MAX_WEIGHT
  let spare = MAX_TERMS
  for (; least > 0 && spare >= (having[least] ?? 0); least--) spare -= having[least] ?? 0
  return all.filter((term) => {
    const weight = Math.min(term.weight, MAX_WEIGHT)
    return weight > least || (weight === least && spare-- > 0)
  })
}

function encode({ counted, pairs: neighbours, length }: Draft): Uint8Array {
  for (const term of counted) term.place = -1
  const terms = weightiest(counted)
  terms.forEach((term, place) => {
    term.place = place
  })
  const pairs: number[] = []
  for (const [first, second] of neighbours.values()) {
    const isKept = first.place !== -1 && second.place !== -1
    if (isKept && pairs.length < MAX_PAIRS * 2) pairs.push(first.place, second.place)
  }
  const bytes = new Uint8Array(HEADER_BYTES + terms.length * 4 + pairs.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, length)
  view.setUint8(4, terms.length)
  view.setUint8(5, pairs.length / 2)
  terms.forEach(({ hash, weight }, i) => {
    view.setUint32(HEADER_BYTES + i * 4, hash * 256 + Math.min(weight, MAX_WEIGHT))
  })
  bytes.set(pairs, HEADER_BYTES + terms.length * 4)
  return bytes
}

/**
 * Reads headline and text of an article once, for search and for ranking. `text` is plain text; `lang` a BCP 47
 * tag, English without one. Tags weigh in the vector like the headline; the terms returned are without them.
 */
export function indexText(
  title: string,
  text: string,
  lang?: string,
  tags: readonly string[] = [],
): IndexedText {
  vocabularyOf(lang).makeRoom()
  const draft: Draft = { text: ++texts, words: [], counted: [], pairs: new Map(), length: 0 }
  const titled = scan(draft, title, lang, true)
  const { found: body, parts } = scan(draft, text, lang, false)
  for (const tag of tags) scan(draft, tag, lang, true)
  return {
    ...{ title: titled.found, body, parts: { title: titled.parts, body: parts } },
    ...{ vector: encode(draft), words: draft.words },
  }
}

/** Reads a vector back. Throws a RangeError for bytes that `indexText` didn't write. */
export function decodeVector(bytes: Uint8Array): TermVector {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = view.getUint8(4)
  const terms = new Uint32Array(count)
  const weights = new Uint8Array(count)
  for (let i = 0; i < count; i++) {
    const packed = view.getUint32(HEADER_BYTES + i * 4)
    terms[i] = packed >>> 8
    weights[i] = packed & 0xff
  }
  const pairsAt = HEADER_BYTES + count * 4
  const pairs = bytes.subarray(pairsAt, pairsAt + view.getUint8(5) * 2)
  return { terms, weights, pairs, length: view.getUint32(0) }
}

/** The hashes whose numbers of articles the archive counts, each once. */
export function vectorTerms(bytes: Uint8Array): Uint32Array {
  return decodeVector(bytes).terms
}

/** The number of terms of the whole article, for the mean length of the archive. */
export function vectorLength(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0)
}
