import { hashPair } from '@/lib/article/term-hash'
import type { TermVector } from '@/lib/article/term-vector'

/** A vector with each term and pair weighted by its rarity, and its length. */
export type WeightedVector = { weights: Map<number, number>; norm: number }

export type Counts = { articles: number; frequency(term: number): number }

export function weighVector(vector: TermVector, { articles, frequency }: Counts): WeightedVector {
  const rarity = [...vector.terms].map((term) => Math.log(1 + articles / (frequency(term) + 1)))
  const weights = new Map<number, number>()
  vector.terms.forEach((term, i) => {
    weights.set(term, Math.log1p(vector.weights[i] ?? 0) * (rarity[i] ?? 0))
  })
  for (let i = 0; i < vector.pairs.length; i += 2) {
    const first = vector.pairs[i] ?? 0
    const second = vector.pairs[i + 1] ?? 0
    const pair = hashPair(vector.terms[first] ?? 0, vector.terms[second] ?? 0)
    weights.set(pair, ((rarity[first] ?? 0) + (rarity[second] ?? 0)) / 2)
  }
  const squares = [...weights.values()].reduce((sum, weight) => sum + weight * weight, 0)
  return { weights, norm: Math.sqrt(squares) }
}

/** How much two articles are about the same, from 0 to 1, whatever else the archive holds. */
export function likeness(a: WeightedVector, b: WeightedVector): number {
  if (a.norm === 0 || b.norm === 0) return 0
  const [few, many] = a.weights.size < b.weights.size ? [a, b] : [b, a]
  let dot = 0
  for (const [term, weight] of few.weights) dot += weight * (many.weights.get(term) ?? 0)
  return dot / (a.norm * b.norm)
}
