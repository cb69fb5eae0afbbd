import { words } from '@/lib/article/words'
import type { Filter, SearchQuery } from './query'

/** The same search, narrowed further. */
export const withFilter = (query: SearchQuery, filter: Filter): SearchQuery => ({
  ...query,
  filters: [...query.filters, filter],
})

/** The same search without one of the filters that narrow it. */
export const withoutFilter = (query: SearchQuery, filter: Filter): SearchQuery => ({
  ...query,
  filters: query.filters.filter((each) => each !== filter),
})

/** The same search with these words (folded) in place of others. */
export function withCorrections(
  query: SearchQuery,
  corrections: readonly { from: string; to: string }[],
): SearchQuery {
  const better = new Map(corrections.map(({ from, to }) => [from, to]))
  return {
    ...query,
    words: query.words.map((typed) => {
      const [word, ...more] = words(typed)
      return (more.length === 0 && word !== undefined && better.get(word)) || typed
    }),
  }
}
