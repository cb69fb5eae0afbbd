import { hashPair, hashTerm, type TermVector } from '@/lib/article/term-vector'

/** An article found by its words. `due` in milliseconds. */
export type Match = { id: number; slug: string; due: number; score: number }

/** How much two neighbouring words of the query, in that order, add where an article has them so. */
const PAIR_WEIGHT = 0.2

/** How much a word counts that was too common to be looked for, where an article has it. */
const LEFT_WEIGHT = 1

/** How much likeness to the best matches counts, against the score of the words. A few lines tell little of a subject. */
const FEEDBACK_WEIGHT = 1.5
const TELLING_LENGTH = 100
const FEEDBACK_MATCHES = 3
/** The weightiest terms of the best matches: more change nothing and each costs a look at every other match. */
const FEEDBACK_TERMS = 60

/** News of today is a tenth better than the same of long ago; a year halves the difference. */
const RECENT_WEIGHT = 0.1
const HALF_LIFE_MS = 365 * 86_400_000

/** What is known of the archive: how many articles, how many terms each, and in how many a term (its hash) stands. */
export type Rarity = {
  articles: number
  meanLength: number
  counts: ReadonlyMap<number, number>
}

const rarityOf = ({ articles, counts }: Rarity, hash: number) =>
  Math.log(1 + articles / ((counts.get(hash) ?? 0) + 1))

/** The hashes whose counts `rankMatches` asks for. */
export function feedbackHashes(
  matches: readonly Match[],
  vectors: ReadonlyMap<number, TermVector>,
): number[] {
  const best = matches.slice(0, FEEDBACK_MATCHES)
  return [...new Set(best.flatMap(({ id }) => [...(vectors.get(id)?.terms ?? [])]))]
}

/** `terms` are those of the query in its order, `left` those of them that weren't looked for. */
export type Asked = { terms: readonly string[]; left: readonly string[]; rarity: Rarity; now: Date }

/**
 * Orders the best matches of a search anew: pairs of the query's words found side by side, likeness to the first few
 * (pseudo-relevance feedback, which brings up articles on the same subject), and a mild liking for what is new.
 */
export function rankMatches(
  matches: readonly Match[],
  vectors: ReadonlyMap<number, TermVector>,
  { terms, left, rarity, now }: Asked,
): Match[] {
  const pairs = queryPairs(terms, rarity)
  const scored = matches.map((match) => {
    const vector = vectors.get(match.id)
    if (vector === undefined) return match
    const more =
      PAIR_WEIGHT * pairScore(vector, pairs) + LEFT_WEIGHT * leftScore(vector, left, rarity)
    return { ...match, score: match.score + more }
  })
  scored.sort(byScore)
  const best = Math.max(...scored.map(({ score }) => score), Number.MIN_VALUE)
  const weight = FEEDBACK_WEIGHT * Math.min(1, rarity.meanLength / TELLING_LENGTH)
  const liked = likeness(scored.slice(0, FEEDBACK_MATCHES), vectors, rarity)
  return scored
    .map((match, place) => {
      const vector = vectors.get(match.id)
      const like = vector === undefined ? 0 : liked(vector, place)
      const score = (match.score / best + weight * like) * recency(match.due, now)
      return { ...match, score }
    })
    .sort(byScore)
}

/** What a match's score is multiplied with for its age. */
export function recency(due: number, now: Date): number {
  const age = Math.max(0, now.getTime() - due)
  return 1 + RECENT_WEIGHT * 2 ** (-age / HALF_LIFE_MS)
}

export const byScore = (a: Match, b: Match) => b.score - a.score || b.due - a.due || a.id - b.id

function queryPairs(terms: readonly string[], rarity: Rarity): Map<number, number> {
  const hashes = terms.map(hashTerm)
  return new Map(
    hashes.slice(1).map((second, i) => {
      const first = hashes[i] ?? 0
      return [hashPair(first, second), rarityOf(rarity, first) + rarityOf(rarity, second)]
    }),
  )
}

function leftScore(vector: TermVector, left: readonly string[], rarity: Rarity): number {
  return left.map(hashTerm).reduce((sum, hash) => {
    const weight = vector.weights[vector.terms.indexOf(hash)] ?? 0
    return sum + (rarityOf(rarity, hash) * weight) / (weight + 1)
  }, 0)
}

function pairScore(vector: TermVector, pairs: ReadonlyMap<number, number>): number {
  if (pairs.size === 0) return 0
  let score = 0
  for (let i = 0; i + 1 < vector.pairs.length; i += 2) {
    const first = vector.terms[vector.pairs[i] ?? 0] ?? 0
    const second = vector.terms[vector.pairs[i + 1] ?? 0] ?? 0
    score += pairs.get(hashPair(first, second)) ?? 0
  }
  return score
}

type Liked = (vector: TermVector, place: number) => number

/** How like an article is to the best matches taken together; one of them isn't compared with itself. */
function likeness(
  best: readonly Match[],
  vectors: ReadonlyMap<number, TermVector>,
  rarity: Rarity,
): Liked {
  const sum = best.reduce((total, { score }) => total + score, 0)
  const models = best.map(({ id, score }) => {
    const vector = vectors.get(id)
    return vector === undefined ? new Map() : weighted(vector, rarity, sum > 0 ? score / sum : 0)
  })
  return (vector, place) => {
    const length = lengthOf(vector)
    let like = 0
    for (const [i, model] of models.entries()) {
      if (i === place) continue
      for (let j = 0; j < vector.terms.length; j++) {
        const weight = model.get(vector.terms[j] ?? 0)
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
