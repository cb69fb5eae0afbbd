import type { Comparable } from './comparable'
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
 * fifty, and there the cosine of log-tf·idf is the better judge. See lib/related/README.md for the measurements.
 */
const SHORT = { length: 20, share: 0.5 }
const FULL = { length: 110, share: 0.05 }

/**
 * What each term and pair of the articles that are compared with others adds to the measures when another shares it:
 * in `cosine`, `bm25` and `pairCosine` there is one number for each of the articles at every place of a table.
 */
type Query = {
  articles: readonly Comparable[]
  terms: TermTable
  cosine: Float64Array
  bm25: Float64Array
  pairs: TermTable
  pairCosine: Float64Array
}

function weigh(articles: readonly Comparable[], corpus: Corpus): Query {
  const size = articles.length * articles.reduce((sum, { logs }) => sum + logs.length, 0)
  const pairSize = articles.length * articles.reduce((sum, { pairs }) => sum + pairs.length, 0)
  const query: Query = {
    articles,
    terms: new TermTable(),
    cosine: new Float64Array(size),
    bm25: new Float64Array(size),
    pairs: new TermTable(),
    pairCosine: new Float64Array(pairSize),
  }
  articles.forEach((article, i) => {
    weighOne(query, article, i, corpus)
  })
  return query
}

function weighOne(
  query: Query,
  { vector, logs, pairs }: Comparable,
  index: number,
  corpus: Corpus,
) {
  const count = query.articles.length
  const frequencies = corpus.frequencies(vector.terms)
  const rarity = Array.from(vector.terms, (term, i) => {
    const weight = vector.weights[i] ?? 0
    const frequency = Math.max(1, frequencies.get(term) ?? 0)
    const idf = Math.max(0, Math.log((corpus.articles + 1) / frequency))
    const others = Math.max(0, corpus.articles - frequency)
    const robust = Math.log(1 + (others + 0.5) / (frequency + 0.5))
    const at = query.terms.place(term) * count + index
    query.cosine[at] = (logs[i] ?? 0) * idf * idf
    query.bm25[at] = ((robust * weight * (K3 + 1)) / (weight + K3)) * (K1 + 1)
    return idf
  })
  pairs.forEach((pair, i) => {
    const first = rarity[vector.pairs[i * 2] ?? 0] ?? 0
    const second = rarity[vector.pairs[i * 2 + 1] ?? 0] ?? 0
    const at = query.pairs.place(pair) * count + index
    query.pairCosine[at] = PAIR_WEIGHT * ((first + second) / 2) ** 2
  })
}

/** Writes what the query's articles have in common with another: the cosines into `cosines`, BM25 into `bm25s`. */
function compare(
  query: Query,
  { vector, logs, norm, pairs }: Comparable,
  meanLength: number,
  cosines: Float64Array,
  bm25s: Float64Array,
): void {
  const count = query.articles.length
  const held = K1 * (1 - B + (B * vector.length) / Math.max(1, meanLength))
  cosines.fill(0)
  bm25s.fill(0)
  for (let i = 0; i < vector.terms.length; i++) {
    const place = query.terms.find(vector.terms[i] ?? 0)
    if (place < 0) continue
    const weight = vector.weights[i] ?? 0
    const share = weight / (weight + held)
    const log = logs[i] ?? 0
    for (let k = 0; k < count; k++) {
      cosines[k] = (cosines[k] ?? 0) + (query.cosine[place * count + k] ?? 0) * log
      bm25s[k] = (bm25s[k] ?? 0) + (query.bm25[place * count + k] ?? 0) * share
    }
  }
  for (let i = 0; i < pairs.length; i++) {
    const place = query.pairs.find(pairs[i] ?? 0)
    if (place < 0) continue
    for (let k = 0; k < count; k++)
      cosines[k] = (cosines[k] ?? 0) + (query.pairCosine[place * count + k] ?? 0)
  }
  for (let k = 0; k < count; k++) cosines[k] = norm > 0 ? (cosines[k] ?? 0) / norm : 0
}

function bm25Share(meanLength: number): number {
  const way = (meanLength - SHORT.length) / (FULL.length - SHORT.length)
  return SHORT.share + (FULL.share - SHORT.share) * Math.min(1, Math.max(0, way))
}

/**
 * How near each of the others is to each of the articles, from 0 for nothing in common to at most 1; the nearest has 1
 * if both ways of measuring agree on it. Two measures are added, each as a share of its best: a cosine of log-tf·idf
 * (divided by the length of the log-tf vector, which needs no frequencies and measured no worse) and BM25. One that is
 * among the others itself has 0 there: its measure of itself would dwarf all else.
 */
export function similarities(
  articles: readonly Comparable[],
  others: readonly Comparable[],
  corpus: Corpus,
): number[][] {
  const query = weigh(articles, corpus)
  const measured = articles.map(() => ({
    cosines: new Float64Array(others.length),
    bm25s: new Float64Array(others.length),
  }))
  const cosines = new Float64Array(articles.length)
  const bm25s = new Float64Array(articles.length)
  others.forEach((other, i) => {
    compare(query, other, corpus.meanLength, cosines, bm25s)
    measured.forEach((each, k) => {
      if (articles[k] === other) return
      each.cosines[i] = cosines[k] ?? 0
      each.bm25s[i] = bm25s[k] ?? 0
    })
  })
  const share = bm25Share(corpus.meanLength)
  return measured.map((each) => {
    const bestCosine = each.cosines.reduce(greater, Number.MIN_VALUE)
    const bestBm25 = each.bm25s.reduce(greater, Number.MIN_VALUE)
    return Array.from(each.cosines, (cosine, i) => {
      return ((1 - share) * cosine) / bestCosine + (share * (each.bm25s[i] ?? 0)) / bestBm25
    })
  })
}

const greater = (a: number, b: number) => Math.max(a, b)
