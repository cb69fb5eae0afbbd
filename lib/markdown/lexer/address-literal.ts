/** Addresses that become links without any mark (https://github.github.com/gfm/#autolinks-extension-). */

const EMAIL = /[a-z0-9+._-]+@(?:[a-z0-9_-]|\.(?=[a-z0-9]))+/iy
const SCHEME = /(?:https?:\/\/(?=[^\s\p{P}\p{S}\p{Cc}])|www\.(?=[\s\S]))/iuy
const PUNCTUATION = /[\p{P}\p{S}]/u

/** Punctuation at the end of an address is part of the sentence. */
const TRAIL = /(?:[!"')*,.:;?_~]|&[a-z]+;|\](?![\s([]|$))*/iy

/** Where the address ends that begins here; undefined when none does. */
export function addressEnd(source: string, at: number): number | undefined {
  SCHEME.lastIndex = at
  if (SCHEME.test(source)) {
    const isWww = source.charAt(SCHEME.lastIndex - 1) === '.'
    const domain = domainEnd(source, isWww ? at : SCHEME.lastIndex)
    return domain === undefined ? undefined : pathEnd(source, domain)
  }
  if (/[a-z0-9+._/-]/i.test(source.charAt(at - 1))) return undefined
  EMAIL.lastIndex = at
  const email = EMAIL.exec(source)?.[0] ?? ''
  return /@.*\..*[a-z]$/i.test(email) ? at + email.length : undefined
}

/** The last two parts of a domain have no underscore. */
function domainEnd(source: string, at: number): number | undefined {
  let end = at
  let seen = false
  for (; end < source.length; end += 1) {
    const char = source.charAt(end)
    if (char === '.' || char === '_') {
      if (isTrail(source, end)) break
    } else if (/\s/.test(char) || (char !== '-' && PUNCTUATION.test(char))) break
    else seen = true
  }
  const parts = source.slice(at, end).split('.').slice(-2)
  return seen && !parts.some((part) => part.includes('_')) ? end : undefined
}

function pathEnd(source: string, at: number): number {
  let depth = 0
  /** Up to here a look ahead has shown that more of the address follows. */
  let known = at
  for (let end = at; end < source.length; end += 1) {
    const char = source.charAt(end)
    if (/\s/.test(char)) return end
    if (char === '(') depth += 1
    else if (char === ')' && depth > 0) depth -= 1
    else if (end >= known && /[!"&')*,.:;<?\]_~]/.test(char)) {
      if (isTrail(source, end)) return end
      known = Math.max(end + 1, TRAIL.lastIndex)
    }
  }
  return source.length
}

/** Whether nothing but punctuation follows up to a space, a tag or the end. */
function isTrail(source: string, at: number): boolean {
  TRAIL.lastIndex = at
  TRAIL.test(source)
  const next = source.charAt(TRAIL.lastIndex)
  return next === '' || next === '<' || next === ']' || /\s/.test(next)
}
