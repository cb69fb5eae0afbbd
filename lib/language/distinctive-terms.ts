import { hashTerm } from './term-hash'

/** This many terms are looked up at most; each one is a walk through all articles that have it. */
const MAX_TERMS = 20
/** Articles that the walks pass in all: two microseconds of a page each. */
const MAX_PASSED = 2_000
/** These many terms are looked up even if they are rather common, so that every text leads somewhere. */
const SAFE_TERMS = 6
const MAX_PASSED_BY_SAFE_TERMS = 8_000

/** Terms of the headline tell more than others. */
const HEADLINE_WEIGHT = 2

/** Of an archive: its size, and in how many articles each of these terms (hashes) occurs; absent is none. */
export type TermCounts = {
  articles: number
  frequencies(terms: Iterable<number>): ReadonlyMap<number, number>
}

export type DistinctiveTerm = {
  term: string
  /** How often it occurs here and how rarely elsewhere. */
  telling: number
}

/**
 * The terms by which to look for candidates: those that occur often here and rarely elsewhere, as many as can be
 * looked up quickly. A small archive can afford more of them than a large one.
 */
export function distinctiveTerms(
  { title, body }: { title: readonly string[]; body: readonly string[] },
  { articles, frequencies }: TermCounts,
): DistinctiveTerm[] {
  const weights = new Map<string, number>()
  const add = (term: string, by: number) => weights.set(term, (weights.get(term) ?? 0) + by)
  for (const term of title) add(term, HEADLINE_WEIGHT)
  for (const term of body) add(term, 1)
  const counted = [...weights].map(([term, weight]) => ({ term, weight, hash: hashTerm(term) }))
  const known = frequencies(counted.map(({ hash }) => hash))
  const ranked = counted
    .map(({ term, weight, hash }) => {
      const holders = known.get(hash) ?? 0
      const idf = Math.log((articles + 1) / Math.max(1, holders))
      return { term, holders, telling: Math.log1p(weight) * idf }
    })
    // A term of this article alone leads to no other, and one that ranking leaves out has no frequency at all.
    .filter(({ holders, telling }) => holders > 1 && telling > 0)
    .sort((a, b) => b.telling - a.telling)
  const chosen: DistinctiveTerm[] = []
  let passed = 0
  for (const { term, holders, telling } of ranked) {
    if (chosen.length === MAX_TERMS) break
    const most = chosen.length < SAFE_TERMS ? MAX_PASSED_BY_SAFE_TERMS : MAX_PASSED
    if (passed + holders > most) continue
    chosen.push({ term, telling })
    passed += holders
  }
  return chosen
}
