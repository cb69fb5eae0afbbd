import { isShared, leadsTo, queryOf } from '@/lib/site/route-table'

/** The canonical spelling of an address, and the parts of it that make a page. */

export type Address = {
  /** Decoded, in Unicode form NFC, without a trailing slash: `/articles/café`. */
  pathname: string
  /** One spelling per page: the path encoded again, the known query parameters in order. */
  key: string
  /** The whole query as the client sent it, with its `?`, or ''. */
  search: string
  /** Everyone gets the same page here, so it may be cached. */
  shared: boolean
}

export type AddressResult =
  | { kind: 'page'; address: Address }
  | { kind: 'redirect'; location: string }
  | { kind: 'missing' }

/** A slug is a file's name; no file system holds a longer one. */
const MAX_SEGMENT = 255
/** Most addresses need no closer look: plain segments, no query. */
const PLAIN = /^(?:\/[a-z0-9][a-z0-9_-]{0,254})+$/

/** Reads the target of a request. The result is `missing` for anything that can't be an address of the site. */
export function readAddress(target: string): AddressResult {
  const known = leadsTo(target)
  if (known !== undefined) return { kind: 'redirect', location: known }
  if (PLAIN.test(target)) return { kind: 'page', address: addressOf(target, target, '') }
  const at = target.indexOf('?')
  const rawPath = at < 0 ? target : target.slice(0, at)
  const search = at < 0 ? '' : target.slice(at)
  if (rawPath === '/') return { kind: 'page', address: addressOf('/', '/', search) }
  if (rawPath.endsWith('/')) return withoutTrailingSlash(rawPath, search)
  const segments = readSegments(rawPath)
  if (segments === undefined) {
    return meansTheQueue(rawPath) ? readAddress(QUEUE_MISSPELT) : { kind: 'missing' }
  }
  const pathname = `/${segments.join('/')}`
  const encoded = `/${segments.map(encodeURIComponent).join('/')}`
  const chosen = withoutUnchosen(pathname, search)
  if (chosen !== search) return { kind: 'redirect', location: encoded + chosen }
  return { kind: 'page', address: addressOf(pathname, encoded, search) }
}

/** Below the queue, where every page requires signing in. */
const QUEUE_MISSPELT = '/moderate/misspelt'

/**
 * Whether an invalid address means the queue in another spelling (`/%2e/moderate`, `/moderate.rsc`). It asks for the token
 * like the queue itself, so that the answer doesn't show how far the trick got.
 */
function meansTheQueue(rawPath: string): boolean {
  const names = rawPath.split(/\/|%2f/i).map((raw) => raw.replace(/%2e/gi, '.'))
  const [first = ''] = names.filter((name) => !/^\.*$/.test(name))
  return /^(?:m|%6d)oderate(?:\.(?:rsc|segments?|prefetch))?$/i.test(first)
}

function withoutTrailingSlash(rawPath: string, search: string): AddressResult {
  const segments = readSegments(rawPath.slice(0, -1))
  if (segments === undefined) return { kind: 'missing' }
  return {
    kind: 'redirect',
    location: `/${segments.map(encodeURIComponent).join('/')}${search}`,
  }
}

function readSegments(rawPath: string): string[] | undefined {
  const segments = rawPath.slice(1).split('/').map(readSegment)
  const sound = segments.filter((segment) => segment !== undefined)
  return sound.length === segments.length ? sound : undefined
}

/** One decoded segment; undefined for what no slug may contain: traversal, separators, control characters, endless names. */
function readSegment(raw: string): string | undefined {
  let segment: string
  try {
    segment = decodeURIComponent(raw).normalize('NFC')
  } catch {
    return undefined
  }
  const unsound =
    segment === '' ||
    /^\.+$/.test(segment) ||
    segment.length > MAX_SEGMENT ||
    /[/\\\p{Cc}]/u.test(segment)
  return unsound || isFrameworkSuffix(segment) ? undefined : segment
}

/** Next answers these suffixes in its own data format. */
const isFrameworkSuffix = (segment: string) => /\.(?:rsc|segments?|prefetch)$/i.test(segment)

/**
 * The query without empty fields of a form: a browser without script sends them all, and an address that says only what was
 * asked is nicer to share.
 */
function withoutUnchosen(pathname: string, search: string): string {
  const query = search === '' ? undefined : queryOf(pathname)
  if (query === undefined) return search
  const isUnchosen = (field: string) => {
    const name = field.replace(/=$/, '')
    return Object.hasOwn(query, name) && !query[name]?.test('')
  }
  const fields = search.slice(1).split('&')
  const kept = fields.filter((field) => !isUnchosen(field))
  if (kept.length === fields.length) return search
  return kept.length === 0 ? '' : `?${kept.join('&')}`
}

function addressOf(pathname: string, encoded: string, search: string): Address {
  const query = search === '' ? undefined : queryOf(pathname)
  const known = query ? knownQuery(query, new URLSearchParams(search)) : ''
  return {
    pathname,
    key: known === '' ? encoded : `${encoded}?${known}`,
    search,
    shared: isShared(pathname),
  }
}

function knownQuery(query: Record<string, RegExp>, given: URLSearchParams): string {
  const known = new URLSearchParams()
  for (const [name, pattern] of Object.entries(query)) {
    const value = given.get(name)
    if (value !== null && pattern.test(value)) known.set(name, value)
  }
  return known.toString()
}
