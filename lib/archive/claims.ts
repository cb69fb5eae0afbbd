import * as z from 'zod'
import { addressKey, slugFromPath } from '@/lib/article/slug'
import { checkFolder } from '@/lib/check/check-folder'
import { articleTarget, type Known, pageTarget } from '@/lib/check/known'
import { fileKind } from '@/lib/content/file-kind'
import type { Problem } from '@/lib/front-matter/problem'
import { readCheckedText } from './checked-texts'
import type { Statements } from './statements'

/** A file that has an address (shown), or one kept from readers because another file has its address (not shown). */
export type Claimant = { path: string; isShown: boolean }

const claimant = z.object({ path: z.string(), shown: z.number() })
const CLAIMANTS = `SELECT path, 1 AS shown FROM articles
    WHERE :key LIKE '/articles/%' AND folded = substr(:key, 11)
  UNION ALL SELECT a.path, 1 FROM aliases JOIN articles a ON a.id = aliases.article
    WHERE aliases.folded = :key
  UNION ALL SELECT path, 1 FROM pages WHERE folded = :key
  UNION ALL SELECT path, 0 FROM refused_addresses WHERE folded = :key`

/** The addresses of a file, folded as they are compared: two files may not share one. */
export function addressKeys(path: string, aliases: readonly string[] = []): string[] {
  const slug = slugFromPath(path)
  const own = fileKind(path) === 'page' ? pageTarget(slug) : articleTarget(slug)
  return [own, ...aliases].map(addressKey)
}

/** Every other file that claims one of these addresses. */
export function otherClaimants(rows: Statements, path: string, keys: Iterable<string>): Claimant[] {
  const others = new Map<string, Claimant>()
  for (const key of keys) {
    for (const each of rows.all(claimant, CLAIMANTS, { key })) {
      if (each.path !== path) others.set(each.path, { path: each.path, isShown: each.shown === 1 })
    }
  }
  return [...others.values()]
}

/** Remembers the addresses that an article kept from readers would claim. */
export function storeRefused(rows: Statements, path: string, keys: readonly string[]): void {
  for (const folded of new Set(keys)) {
    rows.run('INSERT INTO refused_addresses (folded, path) VALUES (:folded, :path)', {
      folded,
      path,
    })
  }
}

const refused = z.object({ folded: z.string() })

/** Forgets the claims of a file and returns them. */
export function removeRefused(rows: Statements, path: string): string[] {
  const sql = 'DELETE FROM refused_addresses WHERE path = :path RETURNING folded'
  return rows.all(refused, sql, { path }).map(({ folded }) => folded)
}

type Claiming = { path: string; slug: string; aliases: readonly string[] }

/** What `content:check` says of the addresses of one file: no other file may have them. */
export function clashProblems(
  rows: Statements,
  path: string,
  aliases: readonly string[],
  placeOf: Known['placeOf'],
): Problem[] {
  const others = otherClaimants(rows, path, addressKeys(path, aliases))
  if (others.length + aliases.length === 0 || !claimsAnything(rows, path)) return []
  const own = { path, slug: slugFromPath(path), aliases }
  const all = [own, ...others.map((other) => claimsOf(rows, other.path))]
  all.sort((a, b) => (a.path < b.path ? -1 : 1))
  const ofKind = (kind: 'article' | 'page') => all.filter((each) => fileKind(each.path) === kind)
  const problems = checkFolder(ofKind('article'), ofKind('page'), placeOf)
  return problems.filter((problem) => problem.path === path)
}

/** A file with an error of its own claims nothing, unless readers still see its previous version. */
const claimsAnything = (rows: Statements, path: string) =>
  otherClaimants(rows, '', addressKeys(path)).some((each) => each.path === path)

const alias = z.object({ path: z.string() })

/** Readers may still see a previous version of a file that has an error: that version keeps its addresses too. */
function claimsOf(rows: Statements, path: string): Claiming {
  const sql =
    'SELECT aliases.path FROM aliases JOIN articles a ON a.id = aliases.article WHERE a.path = :path'
  const shown = rows.all(alias, sql, { path }).map((row) => row.path)
  const wanted = readCheckedText(rows, path)?.aliases ?? []
  return { path, slug: slugFromPath(path), aliases: [...new Set([...shown, ...wanted])] }
}
