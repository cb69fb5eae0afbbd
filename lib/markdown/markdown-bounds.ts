export type MarkdownFault = { line: number; column: number; problem: string; fix: string }

/** Lists and quotes within each other; the Markdown parser recurses, and overflows its stack at some 1,500. */
const MAX_CONTAINERS = 24

/** Four columns of indentation are at most two levels of a list. */
const COLUMNS_PER_LEVEL = 4

/** Marks of emphasis in one paragraph: matching them costs the square of their number (6,000 take half a minute). */
const MAX_EMPHASIS = 400

/** Square brackets in one paragraph, and within each other: nested image texts cost the cube of their depth. */
const MAX_BRACKETS = 400
const MAX_BRACKET_DEPTH = 16

/** Cells of one table: a row is filled up to the width of the first, so a few bytes could become a million cells. */
const MAX_CELLS = 20_000

/** Raw HTML elements within each other; sanitising and writing recurse. */
const MAX_TAGS = 50

/** Underlined headings and footnotes in one body: the parser's time grows with the square of both. */
const MAX_UNDERLINES = 1000
const MAX_NOTES = 1000

/** What is counted of the paragraph, list item or table that the current line belongs to. */
type Counts = { emphasis: number; brackets: number; depth: number; columns: number; rows: number }

type State = Counts & {
  fence: string | undefined
  tags: number
  html: boolean
  underlines: number
  notes: number
}

const EMPTY: Counts = { emphasis: 0, brackets: 0, depth: 0, columns: 0, rows: 0 }

/** Every mark that a bound counts; a body with no more of them than the smallest bound needs no closer look. */
const RISKY = /[*_~[<>|`]|[-+](?=\s|$)|\d[.)](?=\s|$)|^ {0,3}[-=]/gm

/**
 * Checks, before anything parses it, that a body can be parsed in bounded time and depth: a count of marks, line by
 * line. Places count from 1 in the body.
 */
export function markdownProblem(body: string): MarkdownFault | undefined {
  if ((body.match(RISKY)?.length ?? 0) <= MAX_BRACKET_DEPTH) return undefined
  const state: State = { ...EMPTY, fence: undefined, tags: 0, html: false, underlines: 0, notes: 0 }
  const strict = OPEN_HTML.test(body)
  let line = 0
  for (const text of body.split('\n')) {
    line += 1
    state.html = strict || (text.trim() !== '' && (state.html || /^ {0,3}</.test(text)))
    const problem = readLine(state, text)
    if (problem) return { line, column: 1, ...problem }
  }
  return undefined
}

/** HTML that an empty line doesn't end. */
const OPEN_HTML = /<(?:script|style|pre|textarea|[!?])/i

type Words = { problem: string; fix: string }

function readLine(state: State, line: string): Words | undefined {
  if (isCode(state, line)) return undefined
  if (line.trim() === '') {
    Object.assign(state, EMPTY)
    return undefined
  }
  const prefix = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=\s|$)))+/.exec(line)?.[0] ?? ''
  const markers = prefix.replace(/\d+[.)]/g, '-').replace(/[ \t]/g, '').length
  const indent = markers > 0 ? (/^[ \t]*/.exec(line)?.[0].replace(/\t/g, '    ').length ?? 0) : 0
  if (markers + indent / COLUMNS_PER_LEVEL > MAX_CONTAINERS)
    return tooDeep('lists and quotations', MAX_CONTAINERS)
  if (/[-*+.)]/.test(prefix)) Object.assign(state, EMPTY)
  if (/^[ \t]{0,3}(?:=+|-+)[ \t]*$/.test(line)) state.underlines += 1
  if (/^[ \t]{0,3}\[\^/.test(line)) state.notes += 1
  countTable(state, line)
  countMarks(state, line)
  countTags(state, line)
  return overflow(state)
}

/**
 * Whether the line is code, where no mark counts. Only a fence at the very start of a line is trusted: one inside a
 * list, a quotation or HTML ends with those, and whatever follows would go unseen.
 */
function isCode(state: State, line: string): boolean {
  const fence = /^(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1]
  if (state.fence !== undefined) {
    if (fence?.startsWith(state.fence) && line.trimEnd() === fence) state.fence = undefined
    return true
  }
  if (fence === undefined || state.html) return false
  state.fence = fence
  return true
}

/** The row of hyphens tells the width; in the rows of a table every cell is parsed alone. */
function countTable(state: State, line: string): void {
  if (state.columns > 0) {
    const { columns, rows } = state
    Object.assign(state, EMPTY, { columns, rows: rows + 1 })
  } else if (/^[\s>|:-]+$/.test(line) && line.includes('-') && line.includes('|')) {
    state.columns = line.split('|').length
  }
}

function countMarks(state: State, line: string): void {
  for (const mark of line.match(/[*_~[\]]/g) ?? []) {
    if (mark === '[') {
      state.brackets += 1
      state.depth += 1
    } else if (mark === ']') state.depth = Math.max(0, state.depth - 1)
    else state.emphasis += 1
    if (state.depth > MAX_BRACKET_DEPTH) return
  }
}

/** Elements that never hold others, or are closed by the next of their kind. */
const FLAT = /^(?:br|hr|img|input|wbr|p|col|meta|link|source)$/i

function countTags(state: State, line: string): void {
  if (!line.includes('<')) return
  for (const [, slash, name = ''] of line.matchAll(/<(\/?)([a-z][a-z0-9-]*)(?=[\s/>]|$)/gi)) {
    if (!FLAT.test(name)) state.tags = Math.max(0, state.tags + (slash ? -1 : 1))
    if (state.tags > MAX_TAGS) return
  }
}

function overflow(state: State): Words | undefined {
  if (state.emphasis > MAX_EMPHASIS)
    return tooMany('marks of emphasis in one paragraph', MAX_EMPHASIS)
  if (state.brackets > MAX_BRACKETS) return tooMany('brackets in one paragraph', MAX_BRACKETS)
  if (state.depth > MAX_BRACKET_DEPTH) return tooDeep('brackets', MAX_BRACKET_DEPTH)
  if (state.columns * state.rows > MAX_CELLS) return tooMany('cells in one table', MAX_CELLS)
  if (state.tags > MAX_TAGS) return tooDeep('HTML elements', MAX_TAGS)
  if (state.underlines > MAX_UNDERLINES) return tooMany('underlined headings', MAX_UNDERLINES)
  return state.notes > MAX_NOTES ? tooMany('footnotes', MAX_NOTES) : undefined
}

const tooDeep = (what: string, most: number): Words => ({
  problem: `nests ${what} more than ${most} deep`,
  fix: 'flatten them',
})

const tooMany = (what: string, most: number): Words => ({
  problem: `has more than ${most} ${what}`,
  fix: 'split it up',
})
