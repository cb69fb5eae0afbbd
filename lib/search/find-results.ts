import { type Body, readBodies } from '@/lib/archive/bodies'
import { PAGE_LENGTH } from '@/lib/archive/lists'
import type { Archive } from '@/lib/archive/open'
import { readSite } from '@/lib/archive/pages'
import { readTermCounts } from '@/lib/archive/search-texts'
import { findNamedLists } from '@/lib/archive/suggestions'
import { readCorpusSize } from '@/lib/archive/terms-index'
import { bodySentences } from '@/lib/article/plain-text'
import { words } from '@/lib/article/words'
import { bestPassage, type Passage, type Sought } from './best-passage'
import { findNarrower } from './find-narrower'
import { findRanking, type Ranking } from './find-ranking'
import type { SearchOutcome } from './outcome'
import { parseQuery } from './parse-query'
import { formatQuery, type SearchQuery } from './query'
import { phraseTerms, queryWords } from './query-words'

export type SearchRequest = { text: string; page: number; now: Date }

/** Characters of an article that a passage is looked for in: the first 3,000 words or so. */
const PASSAGE_FROM = 20_000

/** Other searches that an empty result offers. */
const MAX_FEWER = 5
const MAX_TAGS = 6

/** One page of what somebody looked for; undefined for a page that isn't there (the first always is). */
export function findResults(
  { text, page, now }: SearchRequest,
  archive?: Archive,
): SearchOutcome | undefined {
  const query = parseQuery(text)
  const site = readSite(archive)
  const { timeZone } = site
  const ranking = findRanking(query, { now, timeZone, archive })
  const { matches, more, corrections } = ranking
  const pages = Math.max(1, Math.ceil(matches.length / PAGE_LENGTH))
  if (!Number.isInteger(page) || page < 1 || page > pages) return undefined
  const sought = soughtIn(query, ranking, archive)
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
      const passage = passageOf(bodies.get(id), sought)
      return { slug, ...(passage && { passage }) }
    }),
    ...{ page, pages, total: matches.length, more, corrections },
    facets: findNarrower(matches, site, archive),
    ...(matches.length === 0 ? helpFor(query, now, timeZone, archive) : { fewer: [], tags: [] }),
  }
}

/** What is marked and what a passage is chosen by: every term that was looked for, the rare ones above all. */
function soughtIn(query: SearchQuery, { words: looked }: Ranking, archive?: Archive): Sought {
  const ofPhrases = query.phrases.flatMap(phraseTerms).flatMap((row) => row.split(' '))
  const terms = [...new Set([...looked.flatMap((word) => word.terms), ...ofPhrases])]
  const counts = readTermCounts(terms, archive)
  const { articles } = readCorpusSize(archive)
  const weights = terms.map(
    (term) => [term, Math.log(1 + (articles + 1) / ((counts.get(term) ?? 0) + 1))] as const,
  )
  return { weights: new Map(weights), phrases: query.phrases.map((phrase) => words(phrase)) }
}

function passageOf(found: Body | undefined, sought: Sought): Passage | undefined {
  if (found === undefined) return undefined
  return bestPassage(bodySentences(found.body, found.lang), sought, found.lang)
}

/** For a search that finds nothing: its parts that do, and tags with such names. */
function helpFor(query: SearchQuery, now: Date, timeZone: string, archive: Archive | undefined) {
  const finds = (part: SearchQuery) =>
    findRanking(part, { now, timeZone, archive }).matches.length > 0
  const named = queryWords([...query.words, ...query.phrases].join(' '))
    .flatMap(({ word }) => findNamedLists([word], { limit: MAX_TAGS, now }, archive))
    .filter(({ kind }) => kind === 'tag')
  const tags = new Map(named.map(({ slug, name }) => [slug, { slug, name }]))
  return {
    fewer: smallerQueries(query).filter(finds).slice(0, MAX_FEWER).map(formatQuery),
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
