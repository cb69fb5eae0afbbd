import type { TermVector } from '@/lib/language/term-vector'
import { makeComparable } from './comparable'
import { type Corpus, similarities } from './similarity'

/**
 * The nearest articles also vote: what is near them probably belongs to the same story (Rocchio's idea). Where even the
 * nearest has little in common with the article, which then shares a broad subject with many rather than a story with a
 * few, one of them may be wrong, and more vote. `strength` is that of the nearest; see lib/related/README.md.
 */
const VOTERS = { firm: { strength: 0.24, count: 3 }, weak: { strength: 0.2, count: 10 } }
/** The weight of a vote against the article's own measure, for a voter of maximum nearness. */
const VOTE = 0.5

/**
 * How well each of the others belongs beside the article: greater is better, 0 means nothing in common. Each of the nearest
 * adds its own similarities, weighted by the square of its nearness, so that a doubtful one hardly counts.
 */
export function nearness(
  article: TermVector,
  others: readonly TermVector[],
  corpus: Corpus,
): number[] {
  const compared = others.map(makeComparable)
  const [measured] = similarities([makeComparable(article)], compared, corpus)
  const { near: own, strength } = measured ?? { near: [], strength: 0 }
  const voters = nearest(own, votersAt(strength)).flatMap(({ near, index }) => {
    const voter = compared[index]
    return voter ? [{ voter, index, vote: VOTE * near * near }] : []
  })
  const votes = similarities(
    voters.map(({ voter }) => voter),
    compared,
    corpus,
  )
  const total = [...own]
  voters.forEach(({ index, vote }, i) => {
    votes[i]?.near.forEach((similarity, other) => {
      // A voter has maximum nearness to itself.
      total[other] = (total[other] ?? 0) + vote * (other === index ? 1 : similarity)
    })
  })
  return total
}

function votersAt(strength: number): number {
  const { firm, weak } = VOTERS
  const way = (firm.strength - strength) / (firm.strength - weak.strength)
  return firm.count + Math.round((weak.count - firm.count) * Math.min(1, Math.max(0, way)))
}

const nearest = (own: readonly number[], count: number) =>
  own
    .map((near, index) => ({ near, index }))
    .filter(({ near }) => near > 0)
    .sort((a, b) => b.near - a.near)
    .slice(0, count)
