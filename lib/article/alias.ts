import { RESERVED_SLUGS } from '@/lib/site/route-table'
import { slugFault } from './slug'

/** The address of a post in WordPress, whatever its permalinks look like; feed readers know the post by it. */
const NUMBERED = /^\/\?p=[1-9]\d{0,9}$/

const HOW = 'write the old slug alone, or its old path on this site, such as /2019/nato-summit'

export type AliasResult = { ok: true; path: string } | { ok: false; problem: string; fix: string }

/**
 * Reads an alias: a bare slug (`old-slug`, for `/articles/old-slug`) or an absolute path of this site
 * (`/articles/old-slug`, `/2019/05/story.html`). The result is that path, percent-decoded, in form NFC and without a
 * trailing slash. Refuses other sites, queries but WordPress' `/?p=123`, fragments, dot segments and the addresses that the
 * site uses itself.
 */
export function readAlias(alias: string): AliasResult {
  const wrong = (problem: string): AliasResult => ({ ok: false, problem, fix: HOW })
  const shown = JSON.stringify(alias)
  if (NUMBERED.test(alias)) return { ok: true, path: alias }
  if (/[\r\n]/.test(alias)) return wrong(`${shown} runs over several lines`)
  if (/[\\?#\s]/.test(alias)) return wrong(`${shown} contains a character that paths can’t have`)
  if (/^\/\/|^[a-z][a-z0-9+.-]*:/i.test(alias)) return wrong(`${shown} leads to another site`)
  const decoded = decode(alias)
  if (decoded === undefined || /[\\\s%]/.test(decoded)) return wrong(`${shown} is not a path`)
  if (!decoded.startsWith('/')) {
    const fault = slugFault(decoded)
    return fault ? wrong(fault.problem) : { ok: true, path: `/articles/${decoded}` }
  }
  return readPath(decoded.length > 1 ? decoded.replace(/\/$/, '') : decoded, shown)
}

function readPath(path: string, shown: string): AliasResult {
  const wrong = (problem: string): AliasResult => ({ ok: false, problem, fix: HOW })
  const [first = '', second, third] = path.slice(1).split('/')
  if (
    path
      .split('/')
      .some((part, index) => index > 0 && (part === '' || part === '.' || part === '..'))
  ) {
    return wrong(`${shown} is not a path of this site`)
  }
  if (first === 'articles' && second !== undefined && third === undefined) {
    const fault = slugFault(second)
    return fault ? wrong(fault.problem) : { ok: true, path }
  }
  if (RESERVED_SLUGS.has(first.toLowerCase()))
    return wrong(`${shown} is an address that the site needs itself`)
  return { ok: true, path }
}

function decode(alias: string): string | undefined {
  try {
    return decodeURIComponent(alias).normalize('NFC')
  } catch {
    return undefined
  }
}

/** The slug behind an alias of the form `/articles/<slug>`, or undefined for any other path. */
export function aliasSlug(path: string): string | undefined {
  return /^\/articles\/([^/]+)$/.exec(path)?.[1]
}
