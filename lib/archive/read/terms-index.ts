import * as z from 'zod'
import type { Article } from '@/lib/article/article'
import { type Labelled, listsOf } from '@/lib/article/lists'
import type { DistinctiveTerm } from '@/lib/language/distinctive-terms'
import { quoted } from '@/lib/language/quoted-term'
import { reportCacheTags } from '@/lib/running/report'
import { FRONT, neighbourhoodTag } from '../cache-tags'
import { type Archive, theArchive } from '../open'
import { bytesColumn } from '../stored'
import { seen } from '../visibility'
import { FRONT_LIST } from '../write/list-rows'
import { keptTerms } from './kept-terms'

const isNumbers = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'number')

/** Checks a whole array at once, since a page reads thousands of ids. */
const numbers = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(z.custom<number[]>(isNumbers))
const ids = z.object({ ids: numbers })

/**
 * The ids of all articles with this term (as `terms()` gives it), visible or not: `readVectors` drops the hidden ones.
 * Several times quicker than `findCandidates`, which scores each article. The result is out of date when an article with
 * the term changes.
 */
export function findHolders(term: string, archive: Archive = theArchive()): number[] {
  reportCacheTags(neighbourhoodTag(term))
  const { holders } = keptTerms(archive, archive.version)
  const known = holders.get(term)
  if (known !== undefined) return known
  const sql = 'SELECT json_group_array(rowid) AS ids FROM texts WHERE texts MATCH :query'
  const found = archive.rows.one(ids, sql, { query: quoted(term) })?.ids ?? []
  holders.set(term, found)
  return found
}

/** The ids of the `limit` articles with most of the distinctive terms, weighted by how distinctive each is. */
export function findHoldersOfMost(
  terms: readonly DistinctiveTerm[],
  limit: number,
  archive: Archive = theArchive(),
): number[] {
  const lists = terms.map(({ term, telling }) => ({ telling, holders: findHolders(term, archive) }))
  const most = Math.max(0, ...lists.map(({ holders }) => largest(holders)))
  const scores = new Float64Array(most + 1)
  const held: number[] = []
  for (const { telling, holders } of lists) {
    for (const id of holders) {
      if (scores[id] === 0) held.push(id)
      scores[id] = (scores[id] ?? 0) + telling
    }
  }
  // Sorting numbers is ten times as quick as sorting with a comparison, and nearly all of these thousands score too low.
  const ranked = Float64Array.from(held, (id) => scores[id] ?? 0).sort()
  const least = ranked[ranked.length - limit] ?? 0
  return held
    .filter((id) => (scores[id] ?? 0) >= least)
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || b - a)
    .slice(0, limit)
}

const largest = (ids: readonly number[]) => ids.reduce((max, id) => Math.max(max, id), 0)

export type StoredVector = {
  id: number
  slug: string
  /** Bytes for `decodeVector`. */
  vector: Uint8Array
  published: Date
}

const vector = z.object({ id: z.number(), slug: z.string(), vector: bytesColumn, due: z.number() })

const VECTORS = `SELECT a.id, a.slug, v.terms AS vector, a.due
  FROM articles a JOIN vectors v ON v.id = a.id`

/** The vectors of these articles, without those that readers may not see, in no particular order. */
export function readVectors(
  ids: readonly number[],
  now: Date,
  archive: Archive = theArchive(),
): StoredVector[] {
  const sql = `${VECTORS} WHERE a.id IN (SELECT value FROM json_each(:ids)) AND ${seen.articles('a')}`
  const rows = archive.rows.all(vector, sql, { ids: JSON.stringify(ids), now: now.getTime() })
  return rows.map(({ id, slug, vector, due }) => ({ id, slug, vector, published: new Date(due) }))
}

const frequencies = z.object({ terms: numbers, articles: numbers })

/**
 * In how many articles each of these terms appears. Terms are hashes (see term-vector.ts), so a count may include another
 * term with the same hash; a missing key means none.
 */
export function readFrequencies(
  terms: Iterable<number>,
  archive: Archive = theArchive(),
): ReadonlyMap<number, number> {
  const { counts } = keptTerms(archive, archive.version)
  const missing = [...new Set(terms)].filter((term) => !counts.has(term))
  if (missing.length === 0) return counts
  const row = archive.rows.one(
    frequencies,
    `SELECT json_group_array(term) AS terms, json_group_array(articles) AS articles FROM frequencies
     WHERE articles > 0 AND term IN (SELECT value FROM json_each(:terms))`,
    { terms: JSON.stringify(missing) },
  )
  for (const term of missing) counts.set(term, 0)
  row?.terms.forEach((term, i) => {
    counts.set(term, row.articles[i] ?? 0)
  })
  return counts
}

const size = z.object({ articles: z.number(), length: z.number() })

/** How many articles `readFrequencies` counts, and their average number of terms. */
export function readCorpusSize(archive: Archive = theArchive()) {
  const row = archive.rows.one(
    size,
    `SELECT ifnull(sum(value) FILTER (WHERE key = 'vectors'), 0) AS articles,
       ifnull(sum(value) FILTER (WHERE key = 'vectorLength'), 0) AS length FROM meta`,
  )
  const { articles = 0, length = 0 } = row ?? {}
  return { articles, meanLength: articles === 0 ? 0 : length / articles }
}

const listed = z.object({ id: z.number(), slug: z.string() })
const standing = z.object({ list: z.number(), kind: z.string(), slug: z.string() })

/**
 * Visible articles that share a list with this one (a tag, its section, …), newest first, at most `limit` from each list;
 * filled up with the newest of all when that gives fewer than `limit`. For articles, published or not, whose words match no
 * others.
 */
export function findByLabels(
  article: Labelled & Pick<Article, 'slug'>,
  limit: number,
  now: Date,
  archive: Archive = theArchive(),
): { id: number; slug: string }[] {
  const found = new Map<number, { id: number; slug: string }>()
  const lists = archive.rows.all(
    standing,
    `SELECT id AS list, lists.kind, lists.slug FROM lists
     WHERE id = ${FRONT_LIST} OR (kind, slug) IN (
       SELECT value ->> '$.kind', value ->> '$.slug' FROM json_each(:lists))
     ORDER BY id DESC`,
    { lists: JSON.stringify(listsOf(article)) },
  )
  // The front page's list has the smallest id, so it comes last.
  for (const { list, kind, slug } of lists) {
    if (list === FRONT_LIST && found.size >= limit) break
    reportCacheTags(list === FRONT_LIST ? FRONT : `list:${kind}:${slug}`)
    for (const row of newestOf(archive, list, article.slug, limit, now)) found.set(row.id, row)
  }
  return [...found.values()]
}

function newestOf(archive: Archive, list: number, slug: string, limit: number, now: Date) {
  return archive.rows.all(
    listed,
    `SELECT a.id, a.slug FROM entries e CROSS JOIN articles a ON a.id = e.article
     WHERE e.list = :list AND a.slug <> :slug AND e.due <= :now AND ${seen.articles('a')}
     ORDER BY e.due DESC, e.tie DESC LIMIT :limit`,
    { list, slug, limit, now: now.getTime() },
  )
}
