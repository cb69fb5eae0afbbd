import type { TermVector } from '@/lib/article/term-vector'
import { type Corpus, makeComparable, similarities } from './similarity'

/** The nearest articles also vote: what is near to them is likely to belong to the same story (Rocchio's idea). */
const VOTERS = 3
/** What a vote counts against the article's own measure, for a voter as near as can be. */
const VOTE = 0.5

/**
 * How well each of the others belongs beside the article, greater is better, 0 for nothing in common. Each of the
 * nearest adds its own similarities, weighed by the square of its nearness, so that a doubtful one hardly counts.
 */
export function nearness(
  article: TermVector,
  others: readonly TermVector[],
  corpus: Corpus,
): number[] {
  const compared = others.map(makeComparable)
  const own = similarities(makeComparable(article), compared, corpus)
  const total = [...own]
  for (const { near, index } of nearest(own)) {
    const voter = compared[index]
    if (voter === undefined) continue
    const vote = VOTE * near * near
    // A voter's measure of itself would dwarf all others; it is as near to itself as can be.
    const rest = compared.map((other, i) => (i === index ? NOTHING : other))
    similarities(voter, rest, corpus).forEach((similarity, i) => {
      total[i] = (total[i] ?? 0) + vote * (i === index ? 1 : similarity)
    })
  }
  return total
}

const nearest = (own: readonly number[]) =>
  own
    .map((near, index) => ({ near, index }))
    .filter(({ near }) => near > 0)
    .sort((a, b) => b.near - a.near)
    .slice(0, VOTERS)

const NOTHING = makeComparable({
  terms: new Uint32Array(),
  weights: new Uint8Array(),
  pairs: new Uint8Array(),
  length: 0,
})
