import type { Archive } from '@/lib/archive/open'
import { readFacets } from '@/lib/archive/read/facets'
import { readPublished } from '@/lib/archive/read/published'
import type { SearchOutcome } from './outcome'

export type Narrower = SearchOutcome['facets'][number]

/** Ways to narrow a search that are shown: lists in which many of the best matches stand, years, languages. */
const MAX_LISTS = 8
const MAX_YEARS = 3
const MAX_LANGUAGES = 3
/** The best matches that tell which. */
const LOOKED_AT = 100
/** What is narrower than so few can be read as it is. */
const FEW = 2

/** What would leave some of these articles and take others away. */
export function findNarrower(
  matches: readonly { id: number }[],
  timeZone: string,
  archive: Archive | undefined,
): Narrower[] {
  if (matches.length <= FEW) return []
  const ids = matches.slice(0, LOOKED_AT).map(({ id }) => id)
  const published = readPublished(ids, archive)
  const year = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', { timeZone, year: 'numeric' })
  const years = shares(published.map(({ at }) => year.format(at)))
  const languages = shares(published.map(({ lang }) => lang))
  return [
    ...readFacets(ids, MAX_LISTS, archive),
    // The language of a site of one language narrows nothing, and neither does its only year.
    ...years.slice(0, MAX_YEARS).map(named('year')),
    ...languages.slice(0, MAX_LANGUAGES).map(named('lang')),
  ]
}

const named =
  (kind: 'year' | 'lang') =>
  ({ value, count }: Share): Narrower => ({ kind, slug: value, name: value, count })

type Share = { value: string; count: number }

/** The values that more than one has but not all, those of most first. */
function shares(values: readonly string[]): Share[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .filter(({ count }) => count > 1 && count < values.length)
    .sort((a, b) => b.count - a.count || (a.value < b.value ? 1 : -1))
}
