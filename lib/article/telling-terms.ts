import { hashTerm } from './term-vector'

/** Full-text search looks up this many terms at most; each one is a walk through all articles that have it. */
const MAX_TERMS = 40
/** Rows that the search may walk through in all: about five milliseconds of a page. */
const MAX_ROWS = 6_000
/** These many are looked up at least, if they are not common beyond reason, so that long texts find enough. */
const SAFE_TERMS = 6
const MAX_ROWS_OF_SAFE_TERMS = 20_000

/** Terms of the headline tell more than others. */
const HEADLINE_WEIGHT = 2

export type TermCounts = { articles: number; frequency(term: number): number }

/**
 * The terms by which to look for candidates: those that occur often here and rarely elsewhere, as many as can be
 * looked up quickly. A small archive can afford more of them than a large one.
 */
export function tellingTerms(
  { title, body }: { title: readonly string[]; body: readonly string[] },
  counts: TermCounts,
): string[] {
  const weights = new Map<string, number>()
  const add = (term: string, by: number) => weights.set(term, (weights.get(term) ?? 0) + by)
  for (const term of title) add(term, HEADLINE_WEIGHT)
  for (const term of body) add(term, 1)
  const ranked = [...weights]
    .map(([term, weight]) => {
      const rows = counts.frequency(hashTerm(term))
      const idf = Math.log((counts.articles + 1) / Math.max(1, rows))
      return { term, rows, telling: Math.log1p(weight) * idf }
    })
    // A term of this article alone leads to no other, and one that ranking leaves out has no frequency at all.
    .filter(({ rows, telling }) => rows > 1 && telling > 0)
    .sort((a, b) => b.telling - a.telling)
  const chosen: string[] = []
  let walked = 0
  for (const { term, rows } of ranked) {
    const most = chosen.length < SAFE_TERMS ? MAX_ROWS_OF_SAFE_TERMS : MAX_ROWS
    if (chosen.length === MAX_TERMS) break
    if (walked + rows > most) continue
    chosen.push(term)
    walked += rows
  }
  return chosen
}
