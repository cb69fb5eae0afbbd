import type { QueryWord } from './query-words'

/** A word with how many articles have it, as one of its terms or as a correction of it. */
export type CountedWord = QueryWord & { count: number }

export type Plan = {
  words: CountedWord[]
  /** Even the rarest word is too common to be looked for in texts: headlines and tags only. */
  headlinesOnly: boolean
  /** Some words that articles have were left out: what is found isn't all there is. */
  partial: boolean
}

/** What a word costs grows with the articles that have it: some 30,000 take as long as a search may. */
const MAX_MATCHES = 30_000
const MAX_TERMS = 12

/** Of common words is known only that they are: about so large a share of all articles has them. */
const COMMON_SHARE = 0.3

/** Which words to look for, so that the search takes a bounded time: the rarest. */
export function planTerms(words: readonly CountedWord[], articles: number): Plan {
  const costOf = ({ common, count }: CountedWord) =>
    common ? Math.max(count, articles * COMMON_SHARE) : count
  const rarest = words
    .filter(({ count }) => count > 0)
    .sort((a, b) => costOf(a) - costOf(b) || (a.word < b.word ? -1 : 1))
  const chosen: CountedWord[] = []
  let cost = 0
  for (const word of rarest) {
    cost += costOf(word)
    if (chosen.length > 0 && (cost > MAX_MATCHES || chosen.length >= MAX_TERMS)) break
    chosen.push(word)
  }
  const [first] = chosen
  const headlinesOnly = first !== undefined && costOf(first) > MAX_MATCHES
  return { words: chosen, headlinesOnly, partial: headlinesOnly || chosen.length < rarest.length }
}
