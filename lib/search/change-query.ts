import { words } from '@/lib/language/words'
import type { SearchOutcome } from './outcome'
import { type Filter, formatFilter, formatWithout, type SearchQuery } from './query'

/** Longer texts are remembered by their sense, not by their words. */
const MAX_IN_PHRASE = 5

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

/** Every part that narrows a search, as it is written, and the same search without it: of a phrase its words stay. */
export function partsOf(query: SearchQuery): { text: string; rest: SearchQuery }[] {
  const { words: typed, phrases, without, filters } = query
  const others = <T>(all: readonly T[], one: T) => all.filter((each) => each !== one)
  return [
    ...phrases.map((phrase) => ({
      text: `"${phrase}"`,
      rest: { ...query, words: [...typed, phrase], phrases: others(phrases, phrase) },
    })),
    ...without.map((text) => ({
      text: formatWithout(text),
      rest: { ...query, without: others(without, text) },
    })),
    ...filters.map((filter) => ({
      text: formatFilter(filter),
      rest: { ...query, filters: others(filters, filter) },
    })),
  ]
}

/** The same search for its words in just this order; undefined where that asks for nothing more. */
export function asPhrase(query: SearchQuery): SearchQuery | undefined {
  const { words: typed, phrases } = query
  const mayBe = typed.length > 1 && typed.length <= MAX_IN_PHRASE && phrases.length === 0
  return mayBe ? { ...query, words: [], phrases: [typed.join(' ')] } : undefined
}

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
