import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import { looseQuote } from '@/lib/article/yaml-quotes'
import type { Position } from './position'
import { type Locate, locator } from './yaml-locate'

/** Front matter needs three levels (`source.url`, `corrections[].date`); anything deeper is a mistake or an attack. */
const MAX_DEPTH = 8

/** Room for a hundred long corrections; parsing YAML is a hundred times slower than copying the same bytes. */
const MAX_LENGTH = 65_536

/** `field` is set only when the fault is a field's, such as a duplicate. */
export type YamlFault = Position & { problem: string; fix: string; field?: string }

export type YamlMap =
  | { ok: true; data: Record<string, unknown>; locate: Locate }
  | { ok: false; faults: YamlFault[] }

/**
 * Parses a YAML 1.2 map of plain values: unique keys, no anchors, aliases or tags, limited depth, and no dates (they stay
 * text). Nothing is executed or expanded.
 */
export function parseYamlMap(text: string, maxLength = MAX_LENGTH): YamlMap {
  if (text.length > maxLength) {
    return one({ line: 1, column: 1 }, `is longer than ${maxLength} characters`, 'shorten it')
  }
  const tooDeep = deepPlace(text)
  if (tooDeep) return one(tooDeep, 'is nested too deeply', `use at most ${MAX_DEPTH} levels`)
  const { doc, place, faults } = parseLoosely(text)
  if (faults.length > 0) return { ok: false, faults }
  if (doc.contents === null) return { ok: true, data: {}, locate: () => ({ line: 1, column: 1 }) }
  const found: YamlFault[] = []
  const data = plainValue(doc.contents, 0, found, place)
  if (found[0]) return { ok: false, faults: [found[0]] }
  if (!isRecord(data)) {
    return one(
      place(doc.contents.range?.[0] ?? 0),
      'is not a list of fields',
      'write each as name: value',
    )
  }
  return { ok: true, data, locate: locator(doc, place) }
}

type Parsed = { doc: Document.Parsed; place: (offset: number) => Position; faults: YamlFault[] }

function parse(text: string): Parsed {
  const lines = new LineCounter()
  const doc = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    schema: 'core',
    stringKeys: true,
    uniqueKeys: true,
    merge: false,
    logLevel: 'silent',
  })
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  return { doc, place, faults: syntaxFaults(doc, text, place) }
}

/** Accepts a quoted text whose later lines aren't indented, unless such a line could be another field. */
function parseLoosely(text: string): Parsed {
  const parsed = parse(text)
  const loose = parsed.faults.length > 0 ? looseQuote(text) : undefined
  if (loose === undefined) return parsed
  if (loose.kind === 'unclear') {
    const { line, field } = loose
    const problem = 'continues at the start of a line'
    const fix = 'indent it by two spaces, or close the quotation mark before it'
    return { ...parsed, faults: [{ line, column: 1, field, problem, fix }] }
  }
  const again = parse(loose.text)
  return again.faults.length === 0 ? again : parsed
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function one(at: Position, problem: string, fix: string): YamlMap {
  return { ok: false, faults: [{ ...at, problem, fix }] }
}

/** The YAML parser is recursive, so anything that could overflow its stack is refused beforehand. */
function deepPlace(text: string): Position | undefined {
  let open = 0
  for (const [index, line] of text.split('\n').entries()) {
    const markers = /^(?:\s*[-?:](?=\s|$))+/.exec(line)?.[0].replace(/\s/g, '').length ?? 0
    let most = open
    for (const bracket of line.match(/[[\]{}]/g) ?? []) {
      open = Math.max(0, open + (bracket === '[' || bracket === '{' ? 1 : -1))
      most = Math.max(most, open)
    }
    if (markers > MAX_DEPTH || most > MAX_DEPTH * 8) return { line: index + 1, column: 1 }
  }
  return undefined
}

const SYNTAX_FIX: Record<string, string> = {
  TAB_AS_INDENT: 'indent with spaces',
  DUPLICATE_KEY: 'keep one of them',
  MISSING_CHAR: 'close it',
  BAD_INDENT: 'line it up with the fields above',
  UNEXPECTED_TOKEN: 'put the value in quotes',
  NON_STRING_KEY: 'put the name in quotes',
}

/** Reports all duplicate keys at once, but only the first of other syntax errors, since the rest follow from it. */
function syntaxFaults(
  doc: Document.Parsed,
  text: string,
  place: (offset: number) => Position,
): YamlFault[] {
  const isDuplicate = (error: { code: string }) => error.code === 'DUPLICATE_KEY'
  const others = [...doc.errors, ...doc.warnings].filter((each) => !isDuplicate(each))
  const duplicates = doc.errors.filter(isDuplicate)
  return [...others.slice(0, 1), ...(others.length === 0 ? duplicates : [])].map((error) => ({
    ...place(error.pos[0]),
    ...(isDuplicate(error) && { field: /^[^\s:]+/.exec(text.slice(error.pos[0]))?.[0] ?? '' }),
    problem: isDuplicate(error) ? 'is given twice' : `is not valid YAML: ${error.message}`,
    fix: SYNTAX_FIX[error.code] ?? 'put the value in quotes',
  }))
}

function plainValue(
  node: unknown,
  depth: number,
  faults: YamlFault[],
  place: (offset: number) => Position,
): unknown {
  if (isScalar(node)) {
    if (node.anchor !== undefined) faults.push(noAlias(place(node.range?.[0] ?? 0)))
    return node.value
  }
  if (isAlias(node)) {
    faults.push(noAlias(place(node.range?.[0] ?? 0)))
    return undefined
  }
  if (!isMap(node) && !isSeq(node)) return null
  const at = place(node.range?.[0] ?? 0)
  if (node.anchor !== undefined) faults.push(noAlias(at))
  if (depth >= MAX_DEPTH) {
    faults.push({ ...at, problem: 'is nested too deeply', fix: `use at most ${MAX_DEPTH} levels` })
    return undefined
  }
  const value = (child: unknown) => plainValue(child, depth + 1, faults, place)
  if (isSeq(node)) return node.items.map(value)
  return Object.fromEntries(
    node.items.map((pair) => [isScalar(pair.key) ? String(pair.key.value) : '', value(pair.value)]),
  )
}

function noAlias(at: Position): YamlFault {
  return {
    ...at,
    problem: 'uses a YAML anchor or alias (& or *)',
    fix: 'write the value out, or put it in quotes',
  }
}
