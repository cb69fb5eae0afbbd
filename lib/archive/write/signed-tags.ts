import { z } from 'zod'
import { slugify } from '@/lib/article/slug'
import { isSigned, type TagUse } from '@/lib/check/check-tag-addresses'
import { recheck } from '../checked-texts'
import type { Statements } from '../statements'
import { findList } from './list-rows'

const address = z.object({ slug: z.string() })
const file = z.object({ path: z.string() })
const use = z.object({ name: z.string(), path: z.string() })

/** Remembers the tags of a file that may clash with others. Returns their addresses and those of the tags before. */
export function storeSignedTags(
  rows: Statements,
  path: string,
  tags: readonly string[],
): Set<string> {
  const changed = removeSignedTags(rows, path)
  for (const name of tags.filter(isSigned)) {
    const slug = slugify(name)
    rows.run('INSERT OR IGNORE INTO signed_tags (slug, path, name) VALUES (:slug, :path, :name)', {
      ...{ slug, path, name },
    })
    changed.add(slug)
  }
  return changed
}

export function removeSignedTags(rows: Statements, path: string): Set<string> {
  const sql = 'DELETE FROM signed_tags WHERE path = :path RETURNING slug'
  return new Set(rows.all(address, sql, { path }).map(({ slug }) => slug))
}

/** Whether a signed tag has one of these addresses. */
export const hasSignedTag = (rows: Statements, slugs: readonly string[]): boolean =>
  slugs.some((slug) => rows.one(file, 'SELECT path FROM signed_tags WHERE slug = :slug', { slug }))

/** Marks every text with a tag at one of these addresses, to be checked again, if a signed one is, or `was`, there. */
export function recheckTags(rows: Statements, slugs: Iterable<string>, was = false): void {
  for (const slug of slugs) {
    const signed = rows.all(file, 'SELECT path FROM signed_tags WHERE slug = :slug', { slug })
    if (signed.length === 0 && !was) continue
    const list = findList(rows, 'tag', slug)
    const plain = list ? rows.all(file, PLAIN, { list: list.id }) : []
    for (const { path } of [...signed, ...plain]) recheck(rows, path)
  }
}

const PLAIN =
  'SELECT a.path FROM entries e JOIN articles a ON a.id = e.article WHERE e.list = :list'

/** The same for every signed tag of a new archive. */
export const recheckSignedTags = (rows: Statements): void =>
  recheckTags(
    rows,
    rows.all(address, 'SELECT DISTINCT slug FROM signed_tags').map(({ slug }) => slug),
  )

const SIGNED = 'SELECT name, path FROM signed_tags WHERE slug = :slug'
/** One article whose tag says no more than the address; which one doesn't matter, so the first by its path. */
const FIRST_PLAIN = `SELECT t.value AS name, a.path FROM entries e JOIN articles a ON a.id = e.article
  JOIN json_each(a.summary, '$.tags') t
  WHERE e.list = :list AND NOT EXISTS (
    SELECT 1 FROM signed_tags s WHERE s.slug = :slug AND s.path = a.path)
  ORDER BY a.path`

/** The uses of signed tags at an address and, if there is any, the first use of a plain one, by path. */
export function readTagUses(rows: Statements, slug: string): TagUse[] {
  const signed = rows.all(use, SIGNED, { slug })
  if (signed.length === 0) return []
  const list = findList(rows, 'tag', slug)
  const plain = list
    ? rows.all(use, FIRST_PLAIN, { list: list.id, slug }).find(({ name }) => slugify(name) === slug)
    : undefined
  return [...signed, ...(plain ? [plain] : [])].sort((a, b) => (a.path < b.path ? -1 : 1))
}
