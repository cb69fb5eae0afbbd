import { aliasSlug } from '@/lib/article/alias'
import type { Problem } from '@/lib/front-matter/problem'

/** What the folder's rules need to know of a file: the archive can hand in rows as well as parsed articles. */
export type FolderArticle = { path: string; slug: string; aliases: readonly string[] }
export type FolderPage = { path: string; slug: string }

/**
 * What is wrong between files that are right each by itself: one slug or alias claimed twice. Each file gets its own
 * problem, which names the other; so neither is silently preferred.
 */
export function checkFolder(
  articles: readonly FolderArticle[],
  pages: readonly FolderPage[] = [],
): Problem[] {
  const claims = [...articles.map(articleClaims), ...pages.map(pageClaim)].flat()
  const byAddress = new Map<string, Claim[]>()
  for (const claim of claims) {
    const key = addressKey(claim.address)
    byAddress.set(key, [...(byAddress.get(key) ?? []), claim])
  }
  return [...byAddress.values()].filter((group) => group.length > 1).flatMap(clashes)
}

/** A file system may fold case and Unicode form, and a reader certainly does: twins in either are one address. */
export function addressKey(address: string): string {
  return address.normalize('NFKC').toLowerCase().normalize('NFC')
}

/** `alias` is its index in the front matter; a claim without one is the file's own address. */
type Claim = { address: string; path: string; alias?: number }

function articleClaims({ path, slug, aliases }: FolderArticle): Claim[] {
  const own = { address: `/articles/${slug}`, path }
  return [own, ...aliases.map((address, alias) => ({ address, path, alias }))]
}

function pageClaim({ path, slug }: FolderPage): Claim {
  return { address: `/${slug}`, path }
}

function clashes(group: Claim[]): Problem[] {
  return group.flatMap((claim, index) => {
    const others = group.filter((each) => each.path !== claim.path)
    if (others.length > 0) return [clash(claim, others)]
    const first = group.findIndex((each) => each.path === claim.path)
    return first < index ? [loop(claim, group[first])] : []
  })
}

/** Names every other file: mending only one of three would lead to the next run's surprise. */
function clash(claim: Claim, others: Claim[]): Problem {
  const shown = aliasSlug(claim.address) ?? claim.address
  const what = others.map((other) => {
    if (other.alias !== undefined) return `an alias of ${other.path}`
    const isTwin = claim.alias === undefined && !isSpelledLike(claim, other)
    return `the address of ${other.path}${isTwin ? ' but for case or Unicode form' : ''}`
  })
  const fix =
    claim.alias === undefined
      ? 'rename one of the files or remove the alias'
      : 'remove the alias or rename the file'
  return make(claim, `${shown} is also ${[...new Set(what)].join(' and ')}`, fix)
}

/** Slugs are in one Unicode form; the names that an editor sees in two look the same. */
function isSpelledLike(a: Claim, b: Claim): boolean {
  const nameOf = ({ path }: Claim) => path.slice(path.lastIndexOf('/') + 1)
  return a.address === b.address && nameOf(a) === nameOf(b)
}

/** An alias that leads to itself: the file's own slug, or the same alias once more. */
function loop(claim: Claim, first: Claim | undefined): Problem {
  const what = first?.alias === undefined ? "is the file's own address" : 'is listed twice'
  return make(claim, `${claim.address} ${what}`, 'remove the alias')
}

function make(claim: Claim, problem: string, fix: string): Problem {
  const field = claim.alias === undefined ? 'slug' : `aliases[${claim.alias}]`
  return { severity: 'error', path: claim.path, line: 1, column: 1, field, problem, fix }
}
