import { words } from '@/lib/article/words'
import type { SearchOutcome } from './outcome'
import type { Filter, SearchQuery } from './query'

type Facet = SearchOutcome['facets'][number]

/** The same search, narrowed further. */
export const withFilters = (query: SearchQuery, filters: readonly Filter[]): SearchQuery => ({
  ...query,
  filters: [...query.filters, ...filters],
})

/** What is written into a query to narrow it to these articles. A year is from its first day to that of the next. */
export function filtersOf({ kind, name }: Pick<Facet, 'kind' | 'name'>): Filter[] {
  const filter = (key: Filter['key'], value: string) => ({ key, value, not: false })
  if (kind !== 'year') return [filter(kind, name)]
  return [filter('after', name), filter('before', String(Number(name) + 1))]
}

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
