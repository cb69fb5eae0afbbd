import { hashPair } from '@/lib/article/term-hash'
import type { TermVector } from '@/lib/article/term-vector'
import { TermTable } from './term-table'

/** What the archive counts over all its articles. */
export type Corpus = {
  articles: number
  /** Terms of an article, on average. */
  meanLength: number
  /** The number of articles whose vector holds the term, for each of these hashes; absent is none. */
  frequencies(terms: Iterable<number>): ReadonlyMap<number, number>
}

/** BM25: how fast a repeated word stops counting in the other article, how much a long one is held back. */
const K1 = 1.2
const B = 0.75
/** BM25: the same saturation for the words of this article, which is the query. */
const K3 = 8
/** A pair of neighbouring words against a word that occurs once. */
const PAIR_WEIGHT = 1

/**
 * BM25's part in an archive of short texts and in one of full articles, with the mean lengths between which it
 * shrinks. Headlines share two or three words, and BM25 weighs those best; full articles about one event share
 * fifty, and there the cosine of log-tf·idf is the better judge. See the README for the measurements.
 */
const SHORT = { length: 20, share: 0.5 }
const FULL = { length: 110, share: 0.05 }

/** A vector made ready for being compared several times. */
export type Comparable = {
  vector: TermVector
  /** log(1 + weight) of each term, and the length of all of them together. */
  logs: Float32Array
  norm: number
  pairs: Uint32Array
}

export function makeComparable(vector: TermVector): Comparable {
  const { terms, weights, pairs: at } = vector
  const logs = new Float32Array(terms.length)
  let squares = 0
  for (let i = 0; i < terms.length; i++) {
    const log = LOGS[weights[i] ?? 0] ?? 0
    logs[i] = log
    squares += log * log
  }
  const pairs = new Uint32Array(at.length / 2)
  for (let i = 0; i < pairs.length; i++)
    pairs[i] = hashPair(terms[at[i * 2] ?? 0] ?? 0, terms[at[i * 2 + 1] ?? 0] ?? 0)
  return { vector, logs, norm: Math.sqrt(squares), pairs }
}

/** log(1 + weight) of every weight there can be. */
const LOGS = Array.from({ length: 256 }, (_, weight) => Math.log1p(weight))

/** What each term and pair of the article adds to the measures when another shares it. */
type Query = {
  terms: TermTable
  cosine: number[]
  bm25: number[]
  pairs: Map<number, number>
}

function weigh({ vector, logs, pairs }: Comparable, corpus: Corpus): Query {
  const query: Query = { terms: new TermTable(), cosine: [], bm25: [], pairs: new Map() }
  const rarity: number[] = []
  const frequencies = corpus.frequencies(vector.terms)
  vector.terms.forEach((term, i) => {
    const weight = vector.weights[i] ?? 0
    const frequency = Math.max(1, frequencies.get(term) ?? 0)
    const idf = Math.max(0, Math.log((corpus.articles + 1) / frequency))
    const others = Math.max(0, corpus.articles - frequency)
    const robust = Math.log(1 + (others + 0.5) / (frequency + 0.5))
    rarity.push(idf)
    query.terms.add(term, i)
    query.cosine.push((logs[i] ?? 0) * idf * idf)
    query.bm25.push(((robust * weight * (K3 + 1)) / (weight + K3)) * (K1 + 1))
  })
  pairs.forEach((pair, i) => {
    const first = rarity[vector.pairs[i * 2] ?? 0] ?? 0
    const second = rarity[vector.pairs[i * 2 + 1] ?? 0] ?? 0
    query.pairs.set(pair, PAIR_WEIGHT * ((first + second) / 2) ** 2)
  })
  return query
}

function compare(query: Query, other: Comparable, meanLength: number): [number, number] {
  const { vector, logs, norm, pairs } = other
  const held = K1 * (1 - B + (B * vector.length) / Math.max(1, meanLength))
  let cosine = 0
  let bm25 = 0
  for (let i = 0; i < vector.terms.length; i++) {
    const position = query.terms.find(vector.terms[i] ?? 0)
    if (position < 0) continue
    const weight = vector.weights[i] ?? 0
    cosine += (query.cosine[position] ?? 0) * (logs[i] ?? 0)
    bm25 += ((query.bm25[position] ?? 0) * weight) / (weight + held)
  }
  for (const pair of pairs) cosine += query.pairs.get(pair) ?? 0
  return [norm > 0 ? cosine / norm : 0, bm25]
}

function bm25Share(meanLength: number): number {
  const way = (meanLength - SHORT.length) / (FULL.length - SHORT.length)
  return SHORT.share + (FULL.share - SHORT.share) * Math.min(1, Math.max(0, way))
}

/**
 * How near each of the others is to the article, from 0 for nothing in common to at most 1; the nearest has 1 if
 * both ways of measuring agree on it. Two measures are added, each as a share of its best: a cosine of log-tf·idf
 * (divided by the length of the log-tf vector, which needs no frequencies and measured no worse) and BM25.
 */
export function similarities(
  article: Comparable,
  others: readonly Comparable[],
  corpus: Corpus,
): number[] {
  const query = weigh(article, corpus)
  const cosines = new Float64Array(others.length)
  const bm25s = new Float64Array(others.length)
  let bestCosine = Number.MIN_VALUE
  let bestBm25 = Number.MIN_VALUE
  others.forEach((other, i) => {
    const [cosine, bm25] = compare(query, other, corpus.meanLength)
    cosines[i] = cosine
    bm25s[i] = bm25
    bestCosine = Math.max(bestCosine, cosine)
    bestBm25 = Math.max(bestBm25, bm25)
  })
  const share = bm25Share(corpus.meanLength)
  return others.map((_, i) => {
    const cosine = (cosines[i] ?? 0) / bestCosine
    return (1 - share) * cosine + (share * (bm25s[i] ?? 0)) / bestBm25
  })
}
