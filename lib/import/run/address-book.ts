import { readAlias } from '@/lib/article/alias'
import { addressKey } from '@/lib/article/slug'
import type { OldOutline } from '../old-text'

/** Where an article or page of the old site is now: `/articles/slug`. */
export type NewAddress = string

const INDEX = /\/(?:index\.(?:html?|php|md|markdown|mdx)|_index\.md)$/i

/** Finds the new address of what an old link leads to. */
export class AddressBook {
  readonly #hosts = new Set<string>()
  readonly #base: string | undefined
  readonly #new = new Map<string, NewAddress>()

  /** @param siteUrl of the old site; without it only paths are known */
  constructor(siteUrl: string | undefined) {
    this.#base = siteUrl
    if (siteUrl !== undefined && URL.canParse(siteUrl)) this.#hosts.add(hostOf(siteUrl))
  }

  add({ addresses }: Pick<OldOutline, 'addresses'>, address: NewAddress): void {
    for (const each of addresses) {
      const key = this.#keyOf(each, '')
      // The first one keeps an address that two claim.
      if (key !== undefined && !this.#new.has(key)) this.#new.set(key, address)
    }
  }

  /** Whether an address is one of the old site's own. */
  isOwn(href: string): boolean {
    if (/^\/(?!\/)/.test(href)) return true
    const url = absolute(href, this.#base)
    return url !== undefined && this.#hosts.has(hostOf(url))
  }

  /** @param from an address of the text with the link, for links relative to it */
  find(href: string, from: string): NewAddress | undefined {
    const key = this.#keyOf(href, from)
    return key === undefined ? undefined : this.#new.get(key)
  }

  /** The whole web address of a link; undefined if the old site's isn't known. */
  whole(href: string, from: string): string | undefined {
    return absolute(href, absolute(from, this.#base) ?? this.#base)
  }

  /** The path of an old address on its site, with a post's number if it has one; undefined for other sites. */
  #keyOf(href: string, from: string): string | undefined {
    const near = absolute(from, this.#base ?? 'http://old.invalid') ?? 'http://old.invalid'
    const url = absolute(href, near)
    if (url === undefined) return undefined
    const { hostname, pathname, searchParams } = new URL(url)
    if (hostname !== 'old.invalid' && !this.#hosts.has(hostOf(url))) return undefined
    const number = searchParams.get('p') ?? searchParams.get('page_id')
    const query = number === null ? '' : `?${searchParams.has('p') ? 'p' : 'page_id'}=${number}`
    return addressKey(decoded(pathname).replace(INDEX, '/').replace(/\/+$/, '') + query)
  }
}

const hostOf = (url: string) => new URL(url).host.replace(/^www\./, '')

function absolute(href: string, base: string | undefined): string | undefined {
  if (!URL.canParse(href, base)) return undefined
  const url = new URL(href, base)
  return /^https?:$/.test(url.protocol) ? url.href : undefined
}

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return pathname
  }
}

export type OldAlias = { ok: true; alias: string } | { ok: false; address: string; problem: string }

/** An old address as an alias of this site: the path of `https://old.example/2019/05/wall/`, without its last slash. */
export function aliasOf(address: string, siteUrl: string | undefined): OldAlias {
  const url = absolute(address, siteUrl ?? 'http://old.invalid')
  if (url === undefined) return { ok: false, address, problem: 'is no address' }
  const { pathname, searchParams } = new URL(url)
  const number = searchParams.get('p')
  const path = decoded(pathname).normalize('NFC')
  if (number !== null && path === '/') return read(`/?p=${number}`, address)
  // `/blog/?p=1` and the like are answered by no page of ours.
  if (number !== null || searchParams.has('page_id'))
    return { ok: false, address, problem: 'has a query' }
  return read(path.replace(/\/index\.html?$/, '/').replace(/(?<=.)\/+$/, ''), address)
}

function read(path: string, address: string): OldAlias {
  const result = readAlias(path.replace(/%/g, '%25').replace(/[?#](?!p=)/g, encodeURIComponent))
  return result.ok
    ? { ok: true, alias: result.path }
    : { ok: false, address, problem: result.problem }
}
