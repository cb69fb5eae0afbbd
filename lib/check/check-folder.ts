import { aliasSlug } from '@/lib/article/alias'
import { addressKey } from '@/lib/article/slug'
import type { Problem } from '@/lib/front-matter/problem'
import type { Known } from './known'

/** What the rules about the folder need to know of a file: the archive can pass rows, a command parsed articles. */
export type FolderArticle = { path: string; slug: string; aliases: readonly string[] }
export type FolderPage = { path: string; slug: string }

type PlaceOf = Known['placeOf']

/**
 * What is wrong between files that are each valid: two that claim the same slug or alias. Each file gets a problem that
 * names the other, so that neither is silently preferred.
 */
export function checkFolder(
  articles: readonly FolderArticle[],
  pages: readonly FolderPage[] = [],
  placeOf: PlaceOf = () => ({ line: 1, column: 1 }),
): Problem[] {
  const claims = [...articles.map(articleClaims), ...pages.map(pageClaim)].flat()
  const byAddress = new Map<string, Claim[]>()
  for (const claim of claims) {
    const key = addressKey(claim.address)
    byAddress.set(key, [...(byAddress.get(key) ?? []), claim])
  }
  return [...byAddress.values()]
    .filter((group) => group.length > 1)
    .flatMap((group) => clashes(group, placeOf))
}

/** `alias` is the index in the front matter; without it the claim is the file's own address. */
type Claim = { address: string; path: string; alias?: number }

function articleClaims({ path, slug, aliases }: FolderArticle): Claim[] {
  const own = { address: `/articles/${slug}`, path }
  return [own, ...aliases.map((address, alias) => ({ address, path, alias }))]
}

function pageClaim({ path, slug }: FolderPage): Claim {
  return { address: `/${slug}`, path }
}

function clashes(group: Claim[], placeOf: PlaceOf): Problem[] {
  return group.flatMap((claim, index) => {
    const others = group.filter((each) => each.path !== claim.path)
    if (others.length > 0) return [clash(claim, others, placeOf)]
    const first = group.findIndex((each) => each.path === claim.path)
    return first < index ? [loop(claim, group[first], placeOf)] : []
  })
}

/** Names every other file: an editor who fixes one of three would get the next error in the next run. */
function clash(claim: Claim, others: Claim[], placeOf: PlaceOf): Problem {
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
  return make(claim, `${shown} is also ${[...new Set(what)].join(' and ')}`, fix, placeOf)
}

/** Slugs are in one Unicode form; two names in different forms look the same to an editor. */
function isSpelledLike(a: Claim, b: Claim): boolean {
  const nameOf = ({ path }: Claim) => path.slice(path.lastIndexOf('/') + 1)
  return a.address === b.address && nameOf(a) === nameOf(b)
}

/** An alias that leads to itself: the file's own slug, or the same alias a second time. */
function loop(claim: Claim, first: Claim | undefined, placeOf: PlaceOf): Problem {
  const what = first?.alias === undefined ? "is the file's own address" : 'is listed twice'
  return make(claim, `${claim.address} ${what}`, 'remove the alias', placeOf)
}

function make({ path, alias }: Claim, problem: string, fix: string, placeOf: PlaceOf): Problem {
  const [field, place] =
    alias === undefined
      ? ['slug', { line: 1, column: 1 }]
      : [`aliases[${alias}]`, placeOf(path, ['aliases', alias])]
  return { severity: 'error', path, ...place, field, problem, fix }
}
