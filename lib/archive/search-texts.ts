import { z } from 'zod'
import { hashTerm } from '@/lib/article/term-vector'
import { FRONT_LIST, findList } from './list-rows'
import { type Archive, theArchive } from './open'
import { findTagName } from './tag-names'
import type { ListKind } from './tags'
import { readFrequencies } from './terms-index'
import { seen } from './visibility'

/** What search asks of an article besides its words. */
export type TextFilter = {
  lists: readonly { kind: ListKind; slug: string; not: boolean }[]
  /** The beginning of a language tag, in lower case: `de` lets `de-AT` through. */
  lang?: string
  /** Milliseconds: due at or after, due before. */
  after?: number
  before?: number
}

/** An article that search found; the higher the score the better it fits the words. */
export type TextMatch = { id: number; slug: string; due: number; score: number }

/** A word of the headline tells more of the subject than one of a tag or of the text. */
const COLUMN_WEIGHTS = '4.0, 2.0, 1.0'

/** Language is not indexed: it is looked up for so many of the best matches. */
const LANGUAGE_CHECKED = 2_000

const match = z.object({ id: z.number(), slug: z.string(), due: z.number(), score: z.number() })

type Ask = { expression: string; filter: TextFilter; limit: number; now: Date }

/**
 * The visible articles that fit a full-text expression of FTS5 and a filter, best BM25 first.
 * Its time grows with the number of articles that have the terms: choose the rare ones.
 */
export function findTextMatches(ask: Ask, archive: Archive = theArchive()): TextMatch[] {
  const where = listConditions(ask.filter, 'texts.rowid', archive)
  if (where === undefined) return []
  const sql = `SELECT a.id, a.slug, a.due, a.summary, -bm25(texts, ${COLUMN_WEIGHTS}) AS score
    FROM texts CROSS JOIN articles a ON a.id = texts.rowid
    WHERE texts MATCH :expression AND ${seen.articles('a')} ${where.sql}
    ORDER BY score DESC, a.due DESC, a.id LIMIT :inner`
  return archive.rows.all(match, inLanguage(sql, 'score DESC, due DESC, id'), {
    ...values(ask),
    ...where.values,
    expression: ask.expression,
  })
}

/** The visible articles that pass a filter, newest first; without those that fit `expression`, if there is one. */
export function findNewestMatches(
  ask: Omit<Ask, 'expression'> & { without?: string },
  archive: Archive = theArchive(),
): TextMatch[] {
  const where = listConditions(ask.filter, 'e.article', archive)
  if (where === undefined) return []
  const without =
    ask.without === undefined
      ? ''
      : 'AND e.article NOT IN (SELECT rowid FROM texts WHERE texts MATCH :without)'
  const sql = `SELECT a.id, a.slug, a.due, a.summary, 0 AS score
    FROM entries e CROSS JOIN articles a ON a.id = e.article
    WHERE e.list = ${FRONT_LIST} AND ${seen.entries('e')} AND ${seen.articles('a')}
      ${where.sql} ${without}
    ORDER BY e.due DESC, e.tie DESC LIMIT :inner`
  return archive.rows.all(match, inLanguage(sql, 'due DESC, id'), {
    ...values(ask),
    ...where.values,
    ...(ask.without !== undefined && { without: ask.without }),
  })
}

const inLanguage = (sql: string, order: string) => `SELECT id, slug, due, score FROM (${sql})
  WHERE :lang = '' OR lower(summary ->> '$.lang') = :lang OR lower(summary ->> '$.lang') LIKE :lang || '-%'
    OR (summary ->> '$.lang' IS NULL AND :siteLang = :lang)
  ORDER BY ${order} LIMIT :limit`

function values({ filter, limit, now }: Omit<Ask, 'expression'>) {
  const { lang = '' } = filter
  return { now: now.getTime(), limit, inner: lang === '' ? limit : LANGUAGE_CHECKED, lang }
}

/** Undefined when a list that is asked for isn't there, so that nothing can be in it. */
function listConditions(filter: TextFilter, article: string, archive: Archive) {
  const conditions: string[] = []
  const bound: Record<string, number | string> = { siteLang: '' }
  if (filter.lang !== undefined) bound.siteLang = readSiteLanguage(archive)
  for (const { kind, slug, not } of filter.lists) {
    const tag = kind === 'tag' ? findTagName(slug, archive)?.slug : undefined
    const list = findList(archive.rows, kind, tag ?? slug)
    if (list === undefined && !not) return undefined
    if (list === undefined) continue
    const name = `list${conditions.length}`
    bound[name] = list.id
    conditions.push(
      `AND ${article} ${not ? 'NOT IN' : 'IN'} (SELECT article FROM entries WHERE list = :${name})`,
    )
  }
  if (filter.after !== undefined) {
    bound.after = filter.after
    conditions.push('AND a.due >= :after')
  }
  if (filter.before !== undefined) {
    bound.before = filter.before
    conditions.push('AND a.due < :before')
  }
  return { sql: conditions.join(' '), values: bound }
}

const siteLanguage = z.object({ lang: z.string().nullable() })

function readSiteLanguage(archive: Archive): string {
  const sql = "SELECT lower(value ->> '$.lang') AS lang FROM meta WHERE key = 'site'"
  return archive.rows.one(siteLanguage, sql)?.lang?.split('-')[0] ?? 'en'
}

const counted = z.object({ articles: z.number() })

/**
 * In about how many articles each of these terms stands (see readFrequencies: a term that stands late in a long text
 * only may not count there); 0 exactly when it stands in none.
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
