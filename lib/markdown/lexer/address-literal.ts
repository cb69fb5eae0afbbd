import { endsAddress } from '../address-edge'

/** Addresses that become links without marks (https://github.github.com/gfm/#autolinks-extension-). */

const EMAIL = /[a-z0-9+._-]+@(?:[a-z0-9_-]|\.(?=[a-z0-9]))+/iy
const SCHEME = /(?:https?:\/\/(?=[^\s\p{P}\p{S}\p{Cc}])|www\.(?=[\s\S]))/iuy
const PUNCTUATION = /[\p{P}\p{S}]/u

/** Punctuation after an address belongs to the sentence. */
const TRAIL = /(?:[!"')*,.:;?_~]|&[a-z]+;|\](?![\s([]|$))*/iy

/** The end of the address that starts here; undefined when none does. */
export function addressEnd(source: string, at: number): number | undefined {
  SCHEME.lastIndex = at
  if (SCHEME.test(source)) {
    const isWww = source.charAt(SCHEME.lastIndex - 1) === '.'
    if (isWww && isEdge(source, at, SCHEME.lastIndex)) return undefined
    const domain = domainEnd(source, at, isWww ? at : SCHEME.lastIndex)
    return domain === undefined ? undefined : pathEnd(source, at, domain)
  }
  if (/[a-z0-9+._/-]/i.test(source.charAt(at - 1))) return undefined
  EMAIL.lastIndex = at
  const email = EMAIL.exec(source)?.[0] ?? ''
  return /@.*\..*[a-z]$/i.test(email) ? at + email.length : undefined
}

/** The end of the text, or of the address that started at `from` (see `endsAddress`). */
const isEdge = (source: string, from: number, at: number) =>
  at >= source.length || endsAddress(source.charCodeAt(at), () => source.slice(from, at))

/** The last two parts of a domain contain no underscore. */
function domainEnd(source: string, from: number, at: number): number | undefined {
  let end = at
  let seen = false
  for (; !isEdge(source, from, end); end += 1) {
    const char = source.charAt(end)
    if (char === '.' || char === '_') {
      if (isTrail(source, from, end)) break
    } else if (/\s/.test(char) || (char !== '-' && PUNCTUATION.test(char))) break
    else seen = true
  }
  const parts = source.slice(at, end).split('.').slice(-2)
  return seen && !parts.some((part) => part.includes('_')) ? end : undefined
}

function pathEnd(source: string, from: number, at: number): number {
  let depth = 0
  /** A look ahead has shown that the address continues at least to here. */
  let known = at
  let end = at
  for (; !isEdge(source, from, end); end += 1) {
    const char = source.charAt(end)
    if (/\s/.test(char)) return end
    if (char === '(') depth += 1
    else if (char === ')' && depth > 0) depth -= 1
    else if (end >= known && /[!"&')*,.:;<?\]_~]/.test(char)) {
      if (isTrail(source, from, end)) return end
      known = Math.max(end + 1, TRAIL.lastIndex)
    }
  }
  return end
}

/** Whether only punctuation follows, up to a space, a tag or the end. */
function isTrail(source: string, from: number, at: number): boolean {
  TRAIL.lastIndex = at
  TRAIL.test(source)
  const next = source.charAt(TRAIL.lastIndex)
  return isEdge(source, from, TRAIL.lastIndex) || next === '<' || next === ']' || /\s/.test(next)
}
