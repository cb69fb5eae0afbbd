import { decodeString } from './decode-string'

/** The target of a link or an image. */
export type LinkTarget = { url: string; title: string | undefined }

type Found<T> = { value: T; end: number }

/** The most nested opening parentheses in an address, as the page's parser counts them. */
const MAX_BRACKETS = 32

const SPACE = /[ \t\n]*/y
const LABEL = /\[((?:[^[\]\\]|\\[[\]\\]|\\(?![[\]\\]))+)\]/y
const ANGLED = /<((?:[^<>\n\\]|\\[<>\\]|\\(?![<>\\]))*)>/y
const TITLES: Record<string, RegExp> = {
  '"': /"((?:[^"\\]|\\["\\]|\\(?!["\\]))*)"/y,
  "'": /'((?:[^'\\]|\\['\\]|\\(?!['\\]))*)'/y,
  '(': /\(((?:[^)\\]|\\[)\\]|\\(?![)\\]))*)\)/y,
}

/** `[label]`, matched at its start; a label has at most 999 characters, not all of them spaces. */
export function labelAt(source: string, at: number): Found<string> | undefined {
  LABEL.lastIndex = at
  const label = LABEL.exec(source)?.[1]
  if (label === undefined || label.length > 999 || label.trim() === '') return undefined
  return { value: label, end: at + label.length + 2 }
}

/** Labels match regardless of case and white space. */
export function foldLabel(label: string): string {
  return label.replace(/\s+/g, ' ').trim().toLowerCase().toUpperCase()
}

/** `(address "title")`, matched at its start. */
export function resourceAt(source: string, at: number): Found<LinkTarget> | undefined {
  if (source.charAt(at) !== '(') return undefined
  const start = skipSpace(source, at + 1)
  if (source.charAt(start) === ')') return { value: { url: '', title: undefined }, end: start + 1 }
  const url = addressAt(source, start, MAX_BRACKETS)
  if (!url) return undefined
  const next = skipSpace(source, url.end)
  const title = next > url.end ? titleAt(source, next) : undefined
  const end = title ? skipSpace(source, title.end) : next
  if (source.charAt(end) !== ')') return undefined
  return { value: { url: url.value, title: title?.value }, end: end + 1 }
}

/** `[label]: address "title"`, matched at its start, up to the end of its last line. */
export function definitionAt(
  source: string,
  at: number,
): Found<LinkTarget & { label: string }> | undefined {
  const label = labelAt(source, at)
  if (!label || source.charAt(label.end) !== ':') return undefined
  const url = addressAt(source, skipSpace(source, label.end + 1), Number.POSITIVE_INFINITY)
  if (!url) return undefined
  const next = skipSpace(source, url.end)
  const title = next > url.end ? titleAt(source, next) : undefined
  const titleEnd = title && lineEnd(source, title.end)
  const end = titleEnd ?? lineEnd(source, url.end)
  if (end === undefined) return undefined
  const value = { label: foldLabel(label.value), url: url.value }
  return { value: { ...value, title: titleEnd === undefined ? undefined : title?.value }, end }
}

function skipSpace(source: string, at: number): number {
  SPACE.lastIndex = at
  SPACE.exec(source)
  return SPACE.lastIndex
}

/** The end of the line if only spaces follow; otherwise undefined. */
function lineEnd(source: string, at: number): number | undefined {
  let end = at
  while (source.charAt(end) === ' ') end += 1
  return end === source.length || source.charAt(end) === '\n' ? end : undefined
}

function addressAt(source: string, at: number, brackets: number): Found<string> | undefined {
  if (source.charAt(at) === '<') {
    ANGLED.lastIndex = at
    const found = ANGLED.exec(source)
    return found ? { value: decodeString(found[1] ?? ''), end: ANGLED.lastIndex } : undefined
  }
  let end = at
  let depth = 0
  for (; end < source.length; end += 1) {
    const char = source.charAt(end)
    // White space and control characters end an address.
    if (char <= ' ' || char === '\x7f') break
    if (char === '\\' && /[()\\]/.test(source.charAt(end + 1))) end += 1
    else if (char === ')' && depth-- === 0) break
    else if (char === '(' && ++depth > brackets) return undefined
  }
  if (end === at || depth > 0) return undefined
  return { value: decodeString(source.slice(at, end)), end }
}

function titleAt(source: string, at: number): Found<string> | undefined {
  const pattern = TITLES[source.charAt(at)]
  if (!pattern) return undefined
  pattern.lastIndex = at
  const found = pattern.exec(source)
  return found ? { value: decodeString(found[1] ?? ''), end: pattern.lastIndex } : undefined
}
