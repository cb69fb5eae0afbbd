import { hashPair, hashTerm } from '@/lib/language/term-hash'
import type { TermVector } from '@/lib/language/term-vector'
import { likeness } from './likeness'
import { type Rarity, rarityOf } from './rarity'

/** An article found by its words. `due` in milliseconds. */
export type Match = { id: number; slug: string; due: number; score: number }

/** How much two neighbouring words of the query, in that order, add where an article has them so. */
const PAIR_WEIGHT = 0.4

/** How much a word counts that was too common to be looked for, where an article has it. */
const LEFT_WEIGHT = 1

/** How much likeness to the best matches counts, against the score of the words. A few lines tell little of a subject. */
const FEEDBACK_WEIGHT = 1.5
const TELLING_LENGTH = 100
const FEEDBACK_MATCHES = 3
/** News of today is a tenth better than the same of long ago; a year halves the difference. */
const RECENT_WEIGHT = 0.1
const HALF_LIFE_MS = 365 * 86_400_000

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
 * Reorders the best matches of a search: pairs of the query's words found side by side, likeness to the first few
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
