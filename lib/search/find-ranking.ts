import type { Archive } from '@/lib/archive/open'
import { findArticle } from '@/lib/archive/read/articles'
import { readLanguages } from '@/lib/archive/read/languages'
import { readSite } from '@/lib/archive/read/pages'
import {
  countMatches,
  findCommonMatches,
  findNewestMatches,
  findTextMatches,
  hasTextMatch,
} from '@/lib/archive/read/search-texts'
import { readCorpusSize, readFrequencies, readVectors } from '@/lib/archive/read/terms-index'
import { oneOfEachStory } from '@/lib/archive/read/translations'
import { idf } from '@/lib/language/idf'
import { isWrittenIn } from '@/lib/language/script'
import { hashTerm } from '@/lib/language/term-hash'
import { decodeVector } from '@/lib/language/term-vector'
import { type Correction, findCountedWords } from './find-words'
import { holdsPhrases } from './holds-phrase'
import { type CountedWord, type Plan, planTerms } from './plan-terms'
import type { SearchQuery } from './query'
import { phraseTerms, type QueryWord, queryWords } from './query-words'
import { byScore, feedbackHashes, type Match, rankMatches, recency } from './rank-matches'
import { anyOf, textExpression } from './text-expression'
import { textFilter } from './text-filter'

/** Nobody reads further than twenty-five pages; beyond it the count says "more than". */
export const MAX_MATCHES = 500

/** The matches that are ordered by more than their words: reading a vector of each takes a millisecond a hundred. */
const RANKED = 60

/** A phrase is looked for in the text itself of so many matches. */
const VERIFIED = 60
/** So many tell whether any has it. */
const LOOKED_AT = 5

export type Ranking = {
  matches: Match[]
  /** There are more than these, or may be. */
  more: boolean
  /** The words that were looked for. */
  words: QueryWord[]
  corrections: Correction[]
}

export type Context = {
  now: Date
  timeZone: string
  /** Of the archive, the site's first. */
  languages: readonly string[]
  archive?: Archive | undefined
}

/** What a search has to know of the site. */
export function searchContext(now: Date, archive?: Archive): Context {
  const { timeZone } = readSite(archive)
  return { now, timeZone, languages: readLanguages(archive), archive }
}

/** What a search finds, best first, at most MAX_MATCHES. Only articles that readers may see. */
export function findRanking(query: SearchQuery, context: Context): Ranking {
  const { now, languages, archive } = context
  const { words, corrections } = countedWords(query, context)
  const found = { words, corrections }
  const rowsOf = (phrase: string) => phraseTerms(phrase, languages)
  const filter = textFilter(query, context.timeZone)
  const ask = { filter, limit: MAX_MATCHES + 1, now, preferred: preferredIn(words, context) }
  const without = query.without.map(rowsOf)
  if (query.words.length + query.phrases.length === 0) {
    const newest = findNewestMatches(ask, anyOf(without.flat()) || undefined, archive)
    return { ...found, ...cut(stories(newest, context)) }
  }
  const plan = planTerms(words, readCorpusSize(archive).articles, ({ terms }) =>
    countMatches(anyOf(terms), archive),
  )
  const phrases = query.phrases.map(rowsOf)
  const matches = findMatches(plan, { phrases, without }, ask, archive)
  const ranked = cut(stories(rank(matches, words, plan, context), context))
  if (query.phrases.length > 0) {
    const verified = ranked.matches
      .slice(0, VERIFIED)
      .filter(({ slug }) => holdsAll(slug, query.phrases, context))
    return { ...found, matches: verified, more: ranked.matches.length > VERIFIED }
  }
  return { ...found, ...ranked, more: ranked.more || plan.left.length > 0 }
}

/** Whether a search finds anything, and by its own words; much quicker than what it finds, unless it has phrases. */
export function findsAnything(query: SearchQuery, context: Context): boolean {
  const { now, timeZone, languages, archive } = context
  const { words, corrections } = countedWords(query, context)
  if (corrections.length > 0) return false
  if (query.phrases.length > 0 || query.words.length === 0) {
    return findRanking(query, context).matches.length > 0
  }
  const without = query.without.map((phrase) => phraseTerms(phrase, languages))
  const expression = textExpression(words, [], without)
  if (expression === undefined) return false
  return hasTextMatch(expression, { filter: textFilter(query, timeZone), now }, archive)
}

/** Whether a search for phrases alone finds some articles, but fewer than `most`; much quicker than what it finds. */
export function narrows(query: SearchQuery, most: number, context: Context): boolean {
  const { now, timeZone, languages, archive } = context
  const rowsOf = (phrase: string) => phraseTerms(phrase, languages)
  const [phrases, without] = [query.phrases.map(rowsOf), query.without.map(rowsOf)]
  const expression = textExpression([], phrases, without)
  if (expression === undefined) return false
  const ask = { filter: textFilter(query, timeZone), limit: most, now }
  const matches = findTextMatches(expression, ask, archive)
  const some = matches.slice(0, LOOKED_AT)
  return matches.length < most && some.some(({ slug }) => holdsAll(slug, query.phrases, context))
}

const countedWords = (query: SearchQuery, context: Context) =>
  findCountedWords(queryWords(query.words.join(' '), context.languages), context)

/** Articles in the language of site and query come first where others are hardly better. */
const FOREIGN = 0.7

/**
 * How much less articles in other languages count than those in the one in which the words are written. A word of theirs is
 * rarer in the archive than the same of its own language, which tells nothing: they are weighed alike.
 */
function preferredIn(words: readonly CountedWord[], { languages, archive }: Context) {
  const [own] = languages
  if (own === undefined || languages.length < 2) return undefined
  const asked = words.filter(({ word, terms }) => terms.length > 0 && isWrittenIn(word, own))
  if (asked.length === 0) return undefined
  const { articles } = readCorpusSize(archive)
  const sum = (of: (word: CountedWord) => number) =>
    asked.reduce((all, word) => all + idf(articles, of(word)), 0)
  return { own, foreign: (FOREIGN * sum(({ count }) => count)) / sum(({ rarest }) => rarest) }
}

type Rows = { phrases: string[][]; without: string[][] }

function findMatches(
  plan: Plan,
  { phrases, without }: Rows,
  ask: Parameters<typeof findTextMatches>[1],
  archive: Archive | undefined,
): Match[] {
  const expression = textExpression(plan.words, phrases, without)
  if (expression === undefined) return []
  if (!plan.common || phrases.length > 0) return findTextMatches(expression, ask, archive)
  const headline = anyOf(plan.words.flatMap(({ word, terms }) => [word, ...terms]))
  return findCommonMatches({ headline, text: expression }, ask, archive)
}

/** One of each story that was found in several languages: the one in the site's language, or else the best match. */
const stories = (matches: readonly Match[], { languages, archive }: Context) =>
  oneOfEachStory(matches, languages[0] ?? '', archive)

const cut = (matches: readonly Match[]) => ({
  matches: matches.slice(0, MAX_MATCHES),
  more: matches.length > MAX_MATCHES,
})

function rank(
  matches: readonly Match[],
  words: readonly QueryWord[],
  plan: Plan,
  context: Context,
): Match[] {
  const { now, archive } = context
  const best = matches.slice(0, RANKED)
  const stored = readVectors(
    best.map(({ id }) => id),
    now,
    archive,
  )
  const vectors = new Map(stored.map(({ id, vector }) => [id, decodeVector(vector)]))
  const firstTerm = (word: QueryWord) => word.terms.slice(0, 1)
  const terms = words.flatMap(firstTerm)
  const left = (plan.common ? plan.words : plan.left).flatMap(firstTerm)
  const hashes = [...terms.map(hashTerm), ...feedbackHashes(best, vectors)]
  const rarity = {
    ...readCorpusSize(archive),
    counts: readFrequencies(hashes, archive),
  }
  const rest = matches
    .slice(RANKED)
    .map((match) => ({ ...match, score: match.score * recency(match.due, now) }))
  return [...rankMatches(best, vectors, { terms, left, rarity, now }), ...rest.sort(byScore)]
}

function holdsAll(slug: string, phrases: readonly string[], { now, archive }: Context): boolean {
  const found = findArticle(slug, now, archive)
  return found?.state === 'live' && holdsPhrases(found.article, phrases)
}
