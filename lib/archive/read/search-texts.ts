import * as z from 'zod'
import { hashTerm } from '@/lib/language/term-hash'
import { type Archive, theArchive } from '../open'
import { articleOfRow } from '../write/headlines'
import { FRONT_LIST } from '../write/list-rows'
import {
  type Conditions,
  languageCondition,
  matchConditions,
  type TextFilter,
} from './match-conditions'
import { readFrequencies } from './terms-index'

/** An article that search found; the higher the score, the better it matches the words. */
export type TextMatch = { id: number; slug: string; due: number; score: number }

export type { TextFilter } from './match-conditions'

/**
 * A word in the headline or in a tag says more about the subject than one in the text. A weight above two helps no
 * collection, and harms those where a headline only repeats the first sentence.
 */
const COLUMN_WEIGHTS = '2.0, 2.0, 1.0'

const dueOf = (id: string) => `(SELECT due FROM articles WHERE id = ${id})`

/** Language is not indexed: it is looked up for this many of the best matches. */
const LANGUAGE_CHECKED = 2_000

const match = z.object({ id: z.number(), slug: z.string(), due: z.number(), score: z.number() })

type Ask = {
  filter: TextFilter
  limit: number
  now: Date
  /** Multiplies the score of articles in languages other than `own` by `foreign`. */
  preferred?: { own: string; foreign: number } | undefined
}

/** Reads the article's row, as the time does: only a site in several languages needs it. */
const LIKING =
  "iif((SELECT lang || '-' FROM articles WHERE id = texts.rowid) LIKE :own || '-%', 1, :foreign)"

/**
 * The visible articles that match an FTS5 expression and a filter, best BM25 first. Each match takes a microsecond, so a
 * search has time for some thousands.
 */
export function findTextMatches(
  expression: string,
  ask: Ask,
  archive: Archive = theArchive(),
): TextMatch[] {
  const where = matchConditions('texts.rowid', ask.filter, ask.now, archive, dueOf('texts.rowid'))
  if (where === undefined) return []
  const { preferred } = ask
  const ids = `SELECT texts.rowid AS id, -bm25(texts, ${COLUMN_WEIGHTS})${preferred ? ` * ${LIKING}` : ''} AS score
    FROM texts WHERE texts MATCH :expression AND ${where.sql} ORDER BY score DESC LIMIT :inner`
  return readMatches(ids, { ...where.values, ...preferred, expression }, ask, archive)
}

/**
 * The same for words that a large share of all articles contain: first the newest articles with them in the headline
 * (`headline` is such an expression over folded words), then the last indexed with them in the text.
 */
export function findCommonMatches(
  { headline, text }: { headline: string; text: string },
  ask: Ask,
  archive: Archive = theArchive(),
): TextMatch[] {
  const article = articleOfRow('headlines.rowid')
  const conditions = (id: string) => {
    // The newest come first, so the query passes over few before it has enough, unless the filter wants older ones.
    const due = ask.filter.before === undefined ? dueOf(id) : undefined
    return matchConditions(id, ask.filter, ask.now, archive, due)
  }
  const inHeadline = conditions(article)
  const inText = conditions('texts.rowid')
  if (inHeadline === undefined || inText === undefined) return []
  const headlines = `SELECT ${article} AS id, 1 AS score FROM headlines
    WHERE headlines MATCH :expression AND ${inHeadline.sql} ORDER BY headlines.rowid DESC LIMIT :inner`
  const texts = `SELECT texts.rowid AS id, 0.5 AS score FROM texts
    WHERE texts MATCH :expression AND ${inText.sql} ORDER BY texts.rowid DESC LIMIT :inner`
  const found = new Map<number, TextMatch>()
  const add = (matches: TextMatch[]) => {
    for (const each of matches) if (!found.has(each.id)) found.set(each.id, each)
  }
  add(readMatches(headlines, { ...inHeadline.values, expression: headline }, ask, archive))
  if (found.size < ask.limit) {
    add(readMatches(texts, { ...inText.values, expression: text }, ask, archive))
  }
  return [...found.values()].slice(0, ask.limit)
}

/** The visible articles that pass a filter, newest first; without those that match `without`, if it is given. */
export function findNewestMatches(
  ask: Ask,
  without: string | undefined,
  archive: Archive = theArchive(),
): TextMatch[] {
  const where = matchConditions('e.article', ask.filter, ask.now, archive, 'e.due')
  if (where === undefined) return []
  const left =
    without === undefined
      ? ''
      : 'AND e.article NOT IN (SELECT rowid FROM texts WHERE texts MATCH :without)'
  const ids = `SELECT e.article AS id, 0 AS score FROM entries e
    WHERE e.list = ${FRONT_LIST} AND ${where.sql} ${left}
    ORDER BY e.due DESC, e.tie DESC LIMIT :inner`
  const values = { ...where.values, ...(without !== undefined && { without }) }
  return readMatches(ids, values, ask, archive)
}

function readMatches(
  ids: string,
  values: Conditions['values'],
  { filter, limit }: Ask,
  archive: Archive,
): TextMatch[] {
  const language = languageCondition(filter)
  const inner = filter.lang === undefined ? limit : LANGUAGE_CHECKED
  return archive.rows.all(
    match,
    `SELECT a.id, a.slug, a.due, found.score FROM (${ids}) AS found
     CROSS JOIN articles a ON a.id = found.id WHERE ${language.sql}
     ORDER BY found.score DESC, a.due DESC, a.id LIMIT :limit`,
    { ...values, ...language.values, inner, limit },
  )
}

const counted = z.object({ articles: z.number() })

/** The number of articles with one of these terms, visible or not. */
export function countMatches(expression: string, archive: Archive = theArchive()): number {
  const sql = 'SELECT count(*) AS articles FROM texts WHERE texts MATCH :expression'
  return archive.rows.one(counted, sql, { expression })?.articles ?? 0
}

/** Whether a visible article matches a full-text expression and a filter. */
export function hasTextMatch(
  expression: string,
  { filter, now }: Omit<Ask, 'limit'>,
  archive: Archive = theArchive(),
): boolean {
  const where = matchConditions('texts.rowid', filter, now, archive, dueOf('texts.rowid'))
  if (where === undefined) return false
  const language = languageCondition(filter)
  const sql = `SELECT 1 AS articles FROM texts CROSS JOIN articles a ON a.id = texts.rowid
    WHERE texts MATCH :expression AND ${where.sql} AND ${language.sql} LIMIT 1`
  const values = { ...where.values, ...language.values, expression }
  return archive.rows.one(counted, sql, values) !== undefined
}

/** Whether a visible article, in this language if one is given, matches this full-text expression. */
export const isInSight = (
  expression: string,
  now: Date,
  archive?: Archive,
  lang?: string,
): boolean =>
  hasTextMatch(expression, { filter: { lists: [], ...(lang && { lang }) }, now }, archive)

/**
 * At least how many articles contain each of these terms; 0 exactly when none does. (See readFrequencies: it doesn't count
 * a term that first appears late in a long text.)
 */
export function readTermCounts(
  terms: readonly string[],
  archive: Archive = theArchive(),
): Map<string, number> {
  const frequencies = readFrequencies(terms.map(hashTerm), archive)
  return new Map(
    terms.map((term) => {
      const count = frequencies.get(hashTerm(term)) ?? 0
      if (count > 0) return [term, count]
      const sql = 'SELECT doc AS articles FROM text_terms WHERE term = :term'
      return [term, archive.rows.one(counted, sql, { term })?.articles ?? 0]
    }),
  )
}
