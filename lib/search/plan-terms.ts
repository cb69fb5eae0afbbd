import type { QueryWord } from './query-words'

/**
 * A word with at least how many articles have it, as one of its terms or as a correction of it; `rarest` is the same of
 * the one of its terms that fewest have.
 */
export type CountedWord = QueryWord & { count: number; rarest: number }

export type Plan = {
  /** The words to look for, the rarest first. */
  words: CountedWord[]
  /** What articles have, but too many of them to be looked for: it can only order what the others find. */
  left: CountedWord[]
  /** Even the rarest word is in too many articles: the newest must do. */
  common: boolean
}

/** A search takes one or two microseconds for each article that has one of its words. */
const MAX_MATCHES = 8_000
const MAX_TERMS = 12

/** Of words that only join others no one counts the articles; about so large a share of all has them. */
const COMMON_SHARE = 0.4

/**
 * Which words to look for, so that the search takes a bounded time. `countExactly` is asked for the rarest, one by
 * one, until there are enough.
 */
export function planTerms(
  words: readonly CountedWord[],
  articles: number,
  countExactly: (word: CountedWord) => number,
): Plan {
  const guess = ({ common, count }: CountedWord) =>
    common ? Math.max(count, articles * COMMON_SHARE) : count
  const rarest = words
    .filter(({ count }) => count > 0)
    .sort((a, b) => guess(a) - guess(b) || (a.word < b.word ? -1 : 1))
  const chosen: CountedWord[] = []
  let matches = 0
  let common = false
  for (const word of rarest) {
    if (chosen.length >= MAX_TERMS || common) break
    matches += guess(word) > MAX_MATCHES ? guess(word) : countExactly(word)
    if (matches > MAX_MATCHES) {
      if (chosen.length > 0) break
      common = true
    }
    chosen.push(word)
  }
  if (common) return { words: rarest, left: [], common }
  return { words: chosen, left: rarest.slice(chosen.length), common }
}
