import { idf } from '@/lib/language/idf'
import { hashPair } from '@/lib/language/term-hash'
import type { TermVector } from '@/lib/language/term-vector'

/** A vector's terms and pairs with the weights that their rarity gives them, and its length. */
export type WeightedVector = { keys: Uint32Array; weights: Float64Array; norm: number }

export type Counts = { articles: number; frequency(term: number): number }

export function weighVector(vector: TermVector, { articles, frequency }: Counts): WeightedVector {
  const { terms, weights: counted, pairs } = vector
  const size = terms.length + pairs.length / 2
  const keys = new Uint32Array(size)
  const weights = new Float64Array(size)
  const rarity = new Float64Array(terms.length)
  let squares = 0
  terms.forEach((term, i) => {
    rarity[i] = idf(articles, frequency(term))
    keys[i] = term
    weights[i] = Math.log1p(counted[i] ?? 0) * (rarity[i] ?? 0)
    squares += (weights[i] ?? 0) ** 2
  })
  for (let i = 0; i < pairs.length; i += 2) {
    const [first, second] = [pairs[i] ?? 0, pairs[i + 1] ?? 0]
    const at = terms.length + i / 2
    keys[at] = hashPair(terms[first] ?? 0, terms[second] ?? 0)
    weights[at] = ((rarity[first] ?? 0) + (rarity[second] ?? 0)) / 2
    squares += (weights[at] ?? 0) ** 2
  }
  return { keys, weights, norm: Math.sqrt(squares) }
}

/** How much each of the others is about the same as this article, from 0 to 1, whatever else the archive holds. */
export function likenesses(article: WeightedVector, others: readonly WeightedVector[]): number[] {
  const own = new Map<number, number>()
  article.keys.forEach((key, i) => {
    own.set(key, article.weights[i] ?? 0)
  })
  return others.map(({ keys, weights, norm }) => {
    if (article.norm === 0 || norm === 0) return 0
    let dot = 0
    for (let i = 0; i < keys.length; i++) dot += (weights[i] ?? 0) * (own.get(keys[i] ?? 0) ?? 0)
    return dot / (article.norm * norm)
  })
}
