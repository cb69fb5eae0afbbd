import { z } from 'zod'
import { fileProblem } from '@/lib/content/file-problem'
import type { Problem } from '@/lib/front-matter/problem'
import { foldSlug } from '../addresses'
import type { Statements } from '../rows'

/** `with` is the path of the other file. */
export type Clash = { with: string; problem: Problem }

const holder = z.object({ path: z.string() })

/**
 * Finds the file that already has the address of this article, or of one of its aliases. `vanished` tells that a
 * path is no longer in the folder: its article has moved, so it's no other file.
 */
export function findClash(
  rows: Statements,
  article: { slug: string; path: string; aliases: readonly string[] },
  vanished: (path: string) => boolean,
): Clash | undefined {
  const { slug, path } = article
  const others = (sql: string, value: string) =>
    rows.all(holder, sql, { value, path }).find((other) => !vanished(other.path))?.path
  const bySlug = others(
    'SELECT path FROM articles WHERE folded = :value AND path <> :path',
    foldSlug(slug),
  )
  if (bySlug !== undefined) return clash(path, bySlug, `has the same address as ${bySlug}`)
  const asAlias = others(ALIAS_HOLDER, `/articles/${slug}`)
  if (asAlias !== undefined)
    return clash(path, asAlias, `has an address that ${asAlias} names in its aliases`)
  for (const alias of article.aliases) {
    const taken =
      others(ALIAS_HOLDER, alias) ?? others(ADDRESS_HOLDER, alias) ?? others(PAGE_HOLDER, alias)
    if (taken !== undefined) {
      return clash(path, taken, `names ${alias} in its aliases, an address of ${taken}`)
    }
  }
  return undefined
}

const ALIAS_HOLDER = `SELECT a.path FROM aliases JOIN articles a ON a.id = aliases.article
  WHERE aliases.path = :value AND a.path <> :path`
const ADDRESS_HOLDER = `SELECT path FROM articles
  WHERE '/articles/' || slug = :value AND slug = substr(:value, 11) AND path <> :path`
const PAGE_HOLDER = `SELECT path FROM pages
  WHERE slug = substr(:value, 2) AND path <> :path`

function clash(path: string, other: string, problem: string): Clash {
  const fix = 'rename one of the two files, or take the alias out of one'
  return { with: other, problem: fileProblem(path, problem, fix) }
}
