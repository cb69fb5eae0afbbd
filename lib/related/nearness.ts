import type { TermVector } from '@/lib/language/term-vector'
import { makeComparable } from './comparable'
import { type Corpus, similarities } from './similarity'

/** The nearest articles also vote: what is near them probably belongs to the same story (Rocchio's idea). */
const VOTERS = 3
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
  const [own = []] = similarities([makeComparable(article)], compared, corpus)
  const voters = nearest(own).flatMap(({ near, index }) => {
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
    votes[i]?.forEach((similarity, other) => {
      // A voter has maximum nearness to itself.
      total[other] = (total[other] ?? 0) + vote * (other === index ? 1 : similarity)
    })
  })
  return total
}

const nearest = (own: readonly number[]) =>
  own
    .map((near, index) => ({ near, index }))
    .filter(({ near }) => near > 0)
    .sort((a, b) => b.near - a.near)
    .slice(0, VOTERS)
