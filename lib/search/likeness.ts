import type { TermVector } from '@/lib/language/term-vector'
import { type Rarity, rarityOf } from './rarity'

/** The weightiest terms of the best matches: more change nothing and each costs a look at every other match. */
const FEEDBACK_TERMS = 60

type Liked = (vector: TermVector, place: number) => number

/** One that is far better than the next best hardly shows in its likeness to them. */
const MIN_SHARE = 0.25

/** How like an article is to the best matches taken together, and one of them to the others of them. */
export function likeness(
  best: readonly { id: number; score: number }[],
  vectors: ReadonlyMap<number, TermVector>,
  rarity: Rarity,
): Liked {
  const sum = best.reduce((total, { score }) => total + score, 0)
  const models = best.map(({ id, score }) => {
    const vector = vectors.get(id)
    const share = sum > 0 ? score / sum : 0
    return { share, weights: vector === undefined ? new Map() : weighted(vector, rarity, share) }
  })
  return (vector, place) => {
    // What it can't be like, since it is that itself, must not count against it.
    const others = Math.max(1 - (models[place]?.share ?? 0), MIN_SHARE)
    const length = lengthOf(vector) * others
    let like = 0
    for (const [i, { weights }] of models.entries()) {
      if (i === place) continue
      for (let j = 0; j < vector.terms.length; j++) {
        const weight = weights.get(vector.terms[j] ?? 0)
        if (weight !== undefined) like += (weight * logWeight(vector.weights[j] ?? 0)) / length
      }
    }
    return like
  }
}

/** Weights are bytes. */
const LOG_WEIGHTS = Float64Array.from({ length: 256 }, (_, weight) => 1 + Math.log(weight || 1))
const logWeight = (weight: number) => LOG_WEIGHTS[weight] ?? 1

function lengthOf({ weights }: TermVector): number {
  let sum = 0
  for (const weight of weights) sum += logWeight(weight) ** 2
  return Math.sqrt(sum) || 1
}

function weighted(vector: TermVector, rarity: Rarity, share: number): Map<number, number> {
  const weights = Array.from(vector.terms, (hash, i) => {
    return [hash, logWeight(vector.weights[i] ?? 0) * rarityOf(rarity, hash)] as const
  })
  const weightiest = weights.sort((a, b) => b[1] - a[1]).slice(0, FEEDBACK_TERMS)
  const length = Math.hypot(...weightiest.map(([, weight]) => weight)) || 1
  return new Map(weightiest.map(([hash, weight]) => [hash, (share * weight) / length]))
}
