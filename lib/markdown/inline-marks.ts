/** The marks of inline Markdown, matched where they begin (sticky), and the rule for emphasis. */

export const SPECIAL = /[\\`*_~[\]!<&]/g
export const AUTOLINK = /<([a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>]+)>/iy
export const TAG = /<(?:!--[\s\S]*?-->|\/?[a-z][a-z0-9-]*(?:\s[^<>]*|\/)?>)/iy
export const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]*));/y
export const NOTE_MARK = /\[\^[^\]\s]+\]/y
export const TARGET =
  /\((?:\s*(?:<[^<>\n]*>|(?:[^\s()\\]|\\.|\([^\s()]*\))*)(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*)\)/y
export const REFERENCE = /\[([^[\]]*)\]/y

/** CommonMark's flanking rules (https://spec.commonmark.org/0.31.2/#delimiter-run). */
export function flanks(
  char: string,
  before: string,
  after: string,
): { opens: boolean; closes: boolean } {
  const previous = [...before].at(-1) ?? ' '
  const next = [...after][0] ?? ' '
  const isPunctuation = (each: string) => /[\p{P}\p{S}]/u.test(each)
  const left = /\S/.test(next) && (!isPunctuation(next) || !/[^\s\p{P}\p{S}]/u.test(previous))
  const right = /\S/.test(previous) && (!isPunctuation(previous) || !/[^\s\p{P}\p{S}]/u.test(next))
  if (char !== '_') return { opens: left, closes: right }
  return {
    opens: left && (!right || isPunctuation(previous)),
    closes: right && (!left || isPunctuation(next)),
  }
}
