import type { FoundPage, SearchLink } from '@/components/search/search-page'
import { readSummaries } from '@/lib/archive/read/articles'
import { readLanguages } from '@/lib/archive/read/languages'
import { readTranslations } from '@/lib/archive/read/translations'
import { filtersOf, withCorrections, withFilters } from '@/lib/search/change-query'
import type { SearchOutcome } from '@/lib/search/outcome'
import { type Filter, formatQuery, type SearchQuery } from '@/lib/search/query'
import { queryWords } from '@/lib/search/query-words'
import { type SearchNarrowing, searchPath, tagPath } from '@/lib/site/routes'

/** What the page of a search shows of its outcome: summaries beside passages, and further searches as links. */
export function showFound(
  outcome: SearchOutcome,
  query: SearchQuery,
  { now, lang, narrowing }: { now: Date; lang: string; narrowing: SearchNarrowing },
): FoundPage {
  const { hits, total, more, page, pages, corrections, facets, fewer, tags } = outcome
  const { phrase } = outcome
  const stories = readSummaries(
    hits.map(({ slug }) => slug),
    now,
  )
  const passages = new Map(hits.map(({ slug, passage }) => [slug, passage]))
  const translations = readTranslations(stories, now)
  const meant = formatQuery(withCorrections(query, corrections))
  return {
    hits: stories.map((story) => {
      const passage = passages.get(story.slug)
      return { story, translations: translations.get(story.slug), ...(passage && { passage }) }
    }),
    ...{ total, more, page, pages },
    anyOf: queryWords(query.words.join(' '), readLanguages()).length > 1,
    path: (number) => searchPath(formatQuery(query), number, narrowing),
    meant: meant === formatQuery(query) ? undefined : searchLink(meant),
    narrower: [
      ...(phrase === undefined ? [] : [searchLink(phrase)]),
      ...facets
        .filter((facet) => !filtersOf(facet).some((filter) => isNarrowed(query, filter)))
        .map((facet) => ({
          text: facet.kind === 'lang' ? languageName(facet.name, lang) : facet.name,
          path: searchPath(formatQuery(withFilters(query, filtersOf(facet))), 1, narrowing),
        })),
    ],
    fewer: fewer.map(searchLink),
    tags: tags.map(({ slug, name }) => ({ text: `#${name}`, path: tagPath(slug) })),
  }
}

const searchLink = (text: string): SearchLink => ({ text, path: searchPath(text) })

const isNarrowed = ({ filters }: SearchQuery, { key, value }: Filter) =>
  filters.some((filter) => filter.key === key && filter.value === value)

const languageName = (tag: string, lang: string) =>
  new Intl.DisplayNames(lang, { type: 'language' }).of(tag) ?? tag
