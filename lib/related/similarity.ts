import type { Comparable } from './comparable'
import { TermTable } from './term-table'

/** What the archive counts across all its articles. */
export type Corpus = {
  articles: number
  /** The average number of terms in an article. */
  meanLength: number
  /** The number of articles whose vector contains the term, for each of these hashes; a missing key means none. */
  frequencies(terms: Iterable<number>): ReadonlyMap<number, number>
}

/** BM25: K1 is how fast a repeated word stops counting in the other article, B how much a long article is held back. */
const K1 = 1.2
const B = 0.75
/** BM25: the same saturation for the words of this article, which is the query. */
const K3 = 8
/** The weight of a pair of neighbouring words, compared to a word that occurs once. */
const PAIR_WEIGHT = 1

/**
 * BM25's share in an archive of short texts and in one of full articles; between these mean lengths it falls. Headlines
 * share two or three words, which BM25 weights best; full articles about one event share fifty, and for them the cosine of
 * log-tf·idf is the better measure. See lib/related/README.md for the measurements.
 */
const SHORT = { length: 20, share: 0.5 }
const FULL = { length: 110, share: 0.05 }

/**
 * What each term and pair of the compared articles adds to the measures when another article shares it: `cosine`, `bm25`
 * and `pairCosine` have, for every place of a table, one number for each article.
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

/** Compares the query's articles with another one: writes the cosines into `cosines` and BM25 into `bm25s`. */
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

/** How near one article is to each of the others. */
export type Similarities = {
  /** From 0 for nothing in common to at most 1, which the nearest gets if both measures agree on it. */
  near: number[]
  /** What the nearest has in common with the article, as a share of what the article has with itself. */
  strength: number
}

/**
 * How near each of the others is to each of the articles. Adds two measures, each as a share of its best: a cosine of
 * log-tf·idf (divided by the length of the log-tf vector, which needs no frequencies and measured no worse) and BM25. An
 * article that is itself among the others gets 0 there: its nearness to itself would dwarf the rest.
 */
export function similarities(
  articles: readonly Comparable[],
  others: readonly Comparable[],
  corpus: Corpus,
): Similarities[] {
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
  return measured.map((each, k) => {
    const bestCosine = each.cosines.reduce(greater, Number.MIN_VALUE)
    const bestBm25 = each.bm25s.reduce(greater, Number.MIN_VALUE)
    const near = Array.from(each.cosines, (cosine, i) => {
      return ((1 - share) * cosine) / bestCosine + (share * (each.bm25s[i] ?? 0)) / bestBm25
    })
    const article = articles[k]
    if (article !== undefined) compare(query, article, corpus.meanLength, cosines, bm25s)
    return { near, strength: bestCosine / (cosines[k] || 1) }
  })
}

const greater = (a: number, b: number) => Math.max(a, b)
