import type { ListKind } from '@/lib/article/lists'
import { type Archive, theArchive } from '../open'
import { HIDDEN } from '../visibility'
import { findList } from '../write/list-rows'
import { findTagName } from './tag-names'

/** What search requires of an article apart from its words. */
export type TextFilter = {
  lists: readonly { kind: ListKind; slug: string; not: boolean }[]
  /** The start of a language tag, in lower case: `de` matches `de-AT`. */
  lang?: string
  /** Milliseconds: due at or after `after`, and earlier than `before`. */
  after?: number
  before?: number
}

export type Conditions = { sql: string; values: Record<string, number | string> }

/**
 * SQL that accepts the id `article` when readers see the article and the filter allows it, without reading the article's
 * row: full-text search matches tens of thousands. Undefined when nothing can match, because a requested list doesn't
 * exist. `due` is the SQL expression for the article's time; without it the query looks up the times of all articles at
 * once, which is quicker when more articles match than a search has time for.
 */
export function matchConditions(
  article: string,
  filter: TextFilter,
  now: Date,
  archive: Archive = theArchive(),
  due?: string,
): Conditions | undefined {
  // The plus keeps SQLite from querying the full-text index once for each of these ids, which takes a second.
  const id = `+${article}`
  const conditions = [`${id} NOT IN (${HIDDEN})`]
  const values: Conditions['values'] = { now: now.getTime() }
  for (const { kind, slug, not } of filter.lists) {
    const tag = kind === 'tag' ? findTagName(slug, archive)?.slug : undefined
    const list = findList(archive.rows, kind, tag ?? slug)
    if (list === undefined && !not) return undefined
    if (list === undefined) continue
    const name = `list${conditions.length}`
    values[name] = list.id
    const within = `SELECT article FROM entries WHERE list = :${name}`
    conditions.push(`${id} ${not ? 'NOT IN' : 'IN'} (${within})`)
  }
  const { after, before } = filter
  if (after !== undefined) values.after = after
  if (before !== undefined) values.before = before
  const bounds = [
    ...(after === undefined ? [] : [`${due ?? 'due'} >= :after`]),
    ...(before === undefined ? [] : [`${due ?? 'due'} < :before`]),
  ]
  if (due !== undefined) conditions.push(...bounds)
  else if (bounds.length > 0) {
    conditions.push(`${id} IN (SELECT id FROM articles WHERE ${bounds.join(' AND ')})`)
  }
  return { sql: conditions.join(' AND '), values }
}

/** SQL that accepts a row of articles `a` written in `lang`. */
export function languageCondition({ lang }: TextFilter): Conditions {
  if (lang === undefined) return { sql: '1', values: {} }
  return { sql: `lower(a.lang) || '-' LIKE :lang || '-%'`, values: { lang } }
}
