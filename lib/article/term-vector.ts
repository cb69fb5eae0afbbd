import { ownCopy } from './own-copy'
import { isFunctionWord, termOf } from './terms'
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

/** FNV-1a, folded to 24 bits: two of 300,000 words rarely meet, and one number holds hash and weight. */
export function hashTerm(term: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < term.length; i++) hash = Math.imul(hash ^ term.charCodeAt(i), 0x01000193)
  return ((hash >>> 24) ^ hash) & 0xffffff
}

type Draft = {
  weights: Map<number, number>
  pairs: Map<number, readonly [number, number]>
  length: number
  words: Set<string>
  stems: Set<string>
}

/** What an article is indexed under: its terms for full-text search, its vector for ranking. */
export type IndexedText = {
  title: string[]
  body: string[]
  vector: Uint8Array
  /** Every folded word of both, once. */
  words: Set<string>
  /** Every term of both, once. */
  stems: Set<string>
}

/** A folded English word as it is indexed and as it is ranked; a hash of -1 is left out of ranking. */
type IndexedWord = { term: string; hash: number }

/** Bounded like the map of stems. One look-up a word: in a large vocabulary each costs as much as the rest. */
const englishWords = new Map<string, IndexedWord>()
const MAX_KEPT = 200_000

function englishWord(word: string): IndexedWord {
  const found = englishWords.get(word)
  if (found !== undefined) return found
  if (englishWords.size >= MAX_KEPT) englishWords.clear()
  const term = termOf(word)
  const made = { term, hash: term === '' || isFunctionWord(word) ? -1 : hashTerm(term) }
  englishWords.set(ownCopy(word), made)
  return made
}

function otherWord(word: string, lang: string | undefined): IndexedWord {
  const term = termOf(word, lang)
  return { term, hash: term === '' ? -1 : hashTerm(term) }
}

function isCapital(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  if (unit < 128) return unit >= 65 && unit <= 90
  const character = text.charAt(index)
  return character !== character.toLowerCase()
}

function scan(draft: Draft, text: string, lang: string | undefined, headline: boolean): string[] {
  const english = lang === undefined || /^en\b/i.test(lang)
  const found: string[] = []
  let count = 0
  let previous = -1
  let previousCapital = false
  visitWords(text, lang, (word, start) => {
    count += 1
    const { term, hash } = english ? englishWord(word) : otherWord(word, lang)
    if (term !== '') {
      found.push(term)
      draft.words.add(word)
      draft.stems.add(term)
    }
    if (hash !== -1) {
      const early = headline || count <= LEAD_WORDS
      const weight = headline ? HEADLINE_WEIGHT : early ? LEAD_WEIGHT : 1
      draft.weights.set(hash, (draft.weights.get(hash) ?? 0) + weight)
      draft.length += 1
      const capital = isCapital(text, start)
      if (previous !== -1 && (early || (capital && previousCapital)))
        draft.pairs.set(hashPair(previous, hash), [previous, hash])
      previousCapital = capital
    }
    previous = hash
  })
  return found
}

/** One number of 32 bits for two neighbouring terms, in their order. */
export function hashPair(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ second) >>> 0
}

/** The MAX_TERMS entries of greatest weight, of equal ones the earlier, in the order of the text. */
function weightiest(weights: Map<number, number>): [number, number][] {
  if (weights.size <= MAX_TERMS) return [...weights]
  // Counted, not sorted: nearly all of the several hundred terms have one of a few small weights.
  const having = new Uint32Array(MAX_WEIGHT + 1)
  for (const weight of weights.values()) {
    const counted = Math.min(weight, MAX_WEIGHT)
    having[counted] = (having[counted] ?? 0) + 1
  }
  let least = MAX_WEIGHT
  let spare = MAX_TERMS
  for (; least > 0 && spare >= (having[least] ?? 0); least--) spare -= having[least] ?? 0
  const chosen: [number, number][] = []
  for (const entry of weights) {
    const weight = Math.min(entry[1], MAX_WEIGHT)
    if (weight > least || (weight === least && spare-- > 0)) chosen.push(entry)
  }
  return chosen
}

function encode(draft: Draft): Uint8Array {
  const terms = weightiest(draft.weights)
  const position = new Map(terms.map(([hash], i) => [hash, i]))
  const pairs: number[] = []
  for (const [first, second] of draft.pairs.values()) {
    const a = position.get(first)
    const b = position.get(second)
    if (a !== undefined && b !== undefined && pairs.length < MAX_PAIRS * 2) pairs.push(a, b)
  }
  const bytes = new Uint8Array(HEADER_BYTES + terms.length * 4 + pairs.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, draft.length)
  view.setUint8(4, terms.length)
  view.setUint8(5, pairs.length / 2)
  terms.forEach(([hash, weight], i) => {
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
  const draft: Draft = {
    weights: new Map(),
    pairs: new Map(),
    length: 0,
    words: new Set(),
    stems: new Set(),
  }
  const titleTerms = scan(draft, title, lang, true)
  const body = scan(draft, text, lang, false)
  for (const tag of tags) scan(draft, tag, lang, true)
  const { words, stems } = draft
  return { title: titleTerms, body, vector: encode(draft), words, stems }
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
