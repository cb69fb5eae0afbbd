import { REFERENCE, referenced } from './decode-string'
import { AUTOLINK, DECLARATION, HIDDEN, TAG } from './inline-marks'

/** A piece of inline Markdown in which no other mark has a meaning: words, or HTML. */
export type Piece = { end: number; text: string } | { end: number; html: string }

/** Ends of code and HTML that don't occur in the rest of a text, so that none is searched for twice. */
export type Missing = Set<string>

/** The piece that starts with this mark; at least the mark itself. */
export function pieceAt(source: string, at: number, missing: Missing): Piece {
  const mark = source.charAt(at)
  if (mark === '\\') return escapeAt(source, at)
  if (mark === '`') return codeAt(source, at, missing)
  const piece = mark === '<' ? htmlAt(source, at, missing) : referenceAt(source, at)
  return piece ?? { end: at + 1, text: mark }
}

function escapeAt(source: string, at: number): Piece {
  const next = source.charAt(at + 1)
  const isEscape = next === '\n' || /[!-/:-@[-`{-~]/.test(next)
  return isEscape ? { end: at + 2, text: next } : { end: at + 1, text: '\\' }
}

function codeAt(source: string, at: number, missing: Missing): Piece {
  const run = match(/`+/y, source, at)?.[0] ?? '`'
  const start = at + run.length
  for (let end = start; !missing.has(run); ) {
    end = source.indexOf(run, end)
    if (end === -1) {
      missing.add(run)
      break
    }
    const { length } = match(/`+/y, source, end)?.[0] ?? run
    if (length === run.length)
      return { end: end + length, text: unpadded(source.slice(start, end)) }
    end += length
  }
  return { end: start, text: run }
}

/** One space on each side allows code to start and end with a backtick. */
const unpadded = (code: string) =>
  /^[ \n]/.test(code) && /[ \n]$/.test(code) && /[^ \n]/.test(code) ? code.slice(1, -1) : code

function htmlAt(source: string, at: number, missing: Missing): Piece | undefined {
  const link = match(AUTOLINK, source, at)
  if (link) return { end: at + link[0].length, text: link[1] ?? '' }
  const tag = match(TAG, source, at)?.[0] ?? match(DECLARATION, source, at)?.[0]
  if (tag !== undefined) return { end: at + tag.length, html: tag }
  const hidden = HIDDEN.find(([start]) => source.startsWith(start, at))
  if (!hidden) return undefined
  const [start, stop] = hidden
  // `<!-->` is a complete comment.
  const found = missing.has(stop)
    ? -1
    : source.indexOf(stop, at + (start === '<!--' ? 2 : start.length))
  if (found !== -1) return { end: found + stop.length, html: source.slice(at, found + stop.length) }
  missing.add(stop)
  return undefined
}

function referenceAt(source: string, at: number): Piece | undefined {
  const found = match(REFERENCE, source, at)
  const text = found && referenced(found)
  return found && text !== undefined ? { end: at + found[0].length, text } : undefined
}

function match(sticky: RegExp, source: string, at: number): RegExpExecArray | undefined {
  sticky.lastIndex = at
  return sticky.exec(source) ?? undefined
}
