import type { Archive } from '@/lib/archive/open'
import { type Body, readBodies } from '@/lib/archive/read/bodies'
import { PAGE_LENGTH } from '@/lib/archive/read/lists'
import { readTermCounts } from '@/lib/archive/read/search-texts'
import { findNamedLists } from '@/lib/archive/read/suggestions'
import { readCorpusSize } from '@/lib/archive/read/terms-index'
import { idf } from '@/lib/language/idf'
import { words } from '@/lib/language/words'
import { passageOfBody, type Sought } from './best-passage'
import { asPhrase } from './change-query'
import { findNarrower } from './find-narrower'
import {
  type Context,
  findRanking,
  findsAnything,
  narrows,
  type Ranking,
  searchContext,
} from './find-ranking'
import type { SearchOutcome } from './outcome'
import { parseQuery } from './parse-query'
import { formatQuery, type SearchQuery } from './query'
import { phraseTerms, queryWords } from './query-words'

/** The best match comes first, unless the newest is asked for. */
export type SearchRequest = { text: string; page: number; now: Date; newestFirst?: boolean }

/** Characters of an article that a passage is looked for in: the first 3,000 words or so. */
const PASSAGE_FROM = 20_000

/** Other searches that an empty result offers. */
const MAX_FEWER = 5
const MAX_TAGS = 6

/** One page of what somebody looked for; undefined for a page that isn't there (the first always is). */
export function findResults(
  { text, page, now, newestFirst = false }: SearchRequest,
  archive?: Archive,
): SearchOutcome | undefined {
  const query = parseQuery(text)
  const context = searchContext(now, archive)
  const ranking = findRanking(query, context)
  const { more, corrections } = ranking
  const matches = newestFirst ? ranking.matches.toSorted((a, b) => b.due - a.due) : ranking.matches
  const pages = Math.max(1, Math.ceil(matches.length / PAGE_LENGTH))
  if (!Number.isInteger(page) || page < 1 || page > pages) return undefined
  const sought = soughtIn(query, ranking, context)
  const shown = matches.slice((page - 1) * PAGE_LENGTH, page * PAGE_LENGTH)
  const bodies =
    sought.weights.size === 0
      ? new Map<number, Body>()
      : readBodies(
          shown.map(({ id }) => id),
          { length: PASSAGE_FROM, now },
          archive,
        )
  return {
    hits: shown.map(({ id, slug }) => {
      const { body = '', lang } = bodies.get(id) ?? {}
      const passage = passageOfBody(body, sought, lang)
      return { slug, ...(passage && { passage }) }
    }),
    ...{ page, pages, total: matches.length, more, corrections },
    ...findPhrase(query, ranking, context),
    facets: findNarrower(matches, context.timeZone, archive),
    ...(matches.length === 0 ? helpFor(query, ranking, context) : { fewer: [], tags: [] }),
  }
}

/** The words of a search as a phrase, where some of what was found has them so. */
function findPhrase(query: SearchQuery, ranking: Ranking, context: Context) {
  const { matches, more, corrections } = ranking
  const narrower = asPhrase(query)
  // Of words that most articles have it takes long to find those that have them side by side.
  if (narrower === undefined || more || corrections.length > 0) return {}
  return narrows(narrower, matches.length, context) ? { phrase: formatQuery(narrower) } : {}
}

/** What is marked and what a passage is chosen by: every term that was looked for, the rare ones above all. */
function soughtIn(
  query: SearchQuery,
  { words: looked }: Ranking,
  { languages, archive }: Context,
): Sought {
  const ofPhrases = query.phrases
    .flatMap((phrase) => phraseTerms(phrase, languages))
    .flatMap((row) => row.split(' '))
  const terms = [...new Set([...looked.flatMap((word) => word.terms), ...ofPhrases])]
  const counts = readTermCounts(terms, archive)
  const { articles } = readCorpusSize(archive)
  const weights = terms.map((term) => [term, idf(articles, counts.get(term) ?? 0)] as const)
  return { weights: new Map(weights), phrases: query.phrases.map((phrase) => words(phrase)) }
}

/** For a search that finds nothing: its parts that do, and tags with such names. */
function helpFor(query: SearchQuery, { corrections }: Ranking, context: Context) {
  const { now, languages, archive } = context
  const all = [...query.words, ...query.phrases].join(' ')
  const typed = queryWords(all, languages).map(({ word }) => word)
  const named = [...typed, ...corrections.map(({ to }) => to)]
    .flatMap((word) => findNamedLists([word], { limit: MAX_TAGS, now }, archive))
    .filter(({ kind }) => kind === 'tag')
  const tags = new Map(named.map(({ slug, name }) => [slug, { slug, name }]))
  const fewer = smallerQueries(query).filter((part) => findsAnything(part, context))
  return {
    fewer: fewer.slice(0, MAX_FEWER).map(formatQuery),
    tags: [...tags.values()].slice(0, MAX_TAGS),
  }
}

/** The same search with less in it: without what narrows it, phrases as words, each word by itself. */
function smallerQueries(query: SearchQuery): SearchQuery[] {
  const { words: typed, phrases, filters } = query
  const all = [...typed, ...phrases.flatMap((phrase) => phrase.split(' '))]
  const none = { words: [], phrases: [], without: [], filters: [] }
  const candidates = [
    ...(filters.length > 0 ? [{ ...query, filters: [] }] : []),
    ...(phrases.length > 0 ? [{ ...none, words: all, filters }] : []),
    ...(query.without.length > 0 ? [{ ...query, without: [] }] : []),
    ...(all.length > 1 || filters.length > 0
      ? all.slice(0, MAX_FEWER).map((word) => ({ ...none, words: [word] }))
      : []),
  ]
  const known = new Set([formatQuery(query)])
  return candidates.filter((each) => {
    const text = formatQuery(each)
    if (text === '' || known.has(text)) return false
    known.add(text)
    return true
  })
}
