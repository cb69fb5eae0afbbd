import { marksOf, type TypographicMarks } from './typographic-marks'

/** In place of an element whose own text stays as it is, such as code: neither a letter nor a space. */
export const OPAQUE = '\uFFFC'

type Setting = {
  text: string
  marks: TypographicMarks
  /** What the character at an index becomes, where it changes. */
  set: Map<number, string>
}

/**
 * Sets quotation marks, apostrophes, dashes and ellipses as newspapers of the language do; what was typed well stays.
 * In a language without rules here only apostrophes between letters change.
 */
export const typeset = (text: string, lang: string): string => typesetRuns([text], lang)[0] ?? ''

/** The same for a block whose text inline elements cut into runs: a mark may open in one and close in another. */
export function typesetRuns(runs: readonly string[], lang: string): string[] {
  const text = runs.join('')
  if (!/["'“„«‘]|\.\.|--/.test(text)) return [...runs]
  const setting: Setting = { text, marks: marksOf(lang), set: new Map() }
  setApostrophes(setting)
  setQuotes(setting)
  setDashes(setting)
  setEllipses(setting)
  if (setting.marks.spaced) setSpaces(setting)
  keepAddresses(setting)
  return cut(setting, runs)
}

/** An address on the web leads elsewhere with one character changed. A mark that closes a quotation is none of it. */
const ADDRESS = /\b(?:https?:\/\/|www\.)[^\s<>"“”«»]+/gi

function keepAddresses({ text, set }: Setting): void {
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    const end = index + address.replace(/['’.,;:!?)\]]+$/, '').length
    for (let at = index; at < end; at++) set.delete(at)
  }
}

function cut({ text, set }: Setting, runs: readonly string[]): string[] {
  let at = 0
  return runs.map((run) => {
    let out = ''
    for (const end = at + run.length; at < end; at++) out += set.get(at) ?? text[at]
    return out
  })
}

const APOSTROPHE = '’'
/** `don't`, `l'ami`, `geht's`, `1990's`; and before a decade, `'90s`. */
const BETWEEN_LETTERS = /(?<=[\p{L}\p{M}\p{N}])'(?=\p{L})|(?<![\p{L}\p{M}\p{N}])'(?=\d0s\b)/gu
const CUT_WORDS = /(?<![\p{L}\p{M}\p{N}])'(?=(?:em|til|tis|twas|twere|cause|bout|n)\b)/giu

function setApostrophes({ text, marks, set }: Setting): void {
  for (const { index } of text.matchAll(BETWEEN_LETTERS)) set.set(index, APOSTROPHE)
  if (!marks.cutWords) return
  for (const { index } of text.matchAll(CUT_WORDS)) set.set(index, APOSTROPHE)
}

type Level = 'double' | 'single'
/** What closes a mark that was typed well. */
const CLOSED_BY: Record<string, string> = { '“': '”', '‘': '’', '«': '»', '‹': '›' }
const LEVELS: Record<string, Level> = { '"': 'double', '“': 'double', '”': 'double', '„': 'double' }
/** A mark opens after nothing, a space, a bracket, a dash or another mark that opens. */
const BEFORE_OPENING = /^$|[\s([{<\-–—/“‘„‚«‹]/

/** Each mark closes the nearest open one of its level, however that one was typed. */
function setQuotes({ text, marks: { quotes }, set }: Setting): void {
  if (!quotes) return
  const open: { level: Level; close: string }[] = []
  for (const { 0: mark, index } of text.matchAll(/["'“”„«»‘’‚‹›]/g)) {
    if (set.has(index)) continue
    const level = LEVELS[mark] ?? (mark === '«' || mark === '»' ? 'double' : 'single')
    const [opening, closing] = quotes[level]
    const last = open.findLastIndex((one) => one.level === level)
    const before = set.get(index - 1) ?? text[index - 1] ?? ''
    const after = text[index + 1] ?? ''
    const opens = BEFORE_OPENING.test(before) && /\S/.test(after)
    const isStraight = mark === '"' || mark === "'"
    if (isStraight && opens) {
      set.set(index, opening)
      open.push({ level, close: closing })
    } else if (!isStraight && opens && mark in { ...CLOSED_BY, '„': 0, '‚': 0 }) {
      open.push({ level, close: CLOSED_BY[mark] ?? closing })
    } else if (last >= 0) {
      if (isStraight) set.set(index, open[last]?.close ?? closing)
      open.length = last
    } else if (mark === "'" && /[\p{L}\p{M}]/u.test(before)) {
      set.set(index, APOSTROPHE)
    }
  }
}

/** Two hyphens between words or between spaces; an option of a program (`--fix`) keeps its own. */
const DASHES = /(?<=^|\s|[^\s-])(-{2,3})(?=[^\s-]|\s|$)/g

function setDashes({ text, marks: { dash }, set }: Setting): void {
  if (!dash) return
  for (const { 0: typed, index } of text.matchAll(DASHES)) {
    const before = text[index - 1] ?? ' '
    const after = text[index + typed.length] ?? ' '
    if (/\s/.test(before) !== /\s/.test(after)) continue
    set.set(index, /\d/.test(before) && /\d/.test(after) ? '–' : dash)
    for (let at = index + 1; at < index + typed.length; at++) set.set(at, '')
  }
}

function setEllipses({ text, marks, set }: Setting): void {
  if (!marks.ellipsis) return
  for (const { index } of text.matchAll(/(?<!\.)\.{3}(?!\.)/g)) {
    set
      .set(index, '…')
      .set(index + 1, '')
      .set(index + 2, '')
  }
}

const NO_BREAK = '\u00A0'
const NARROW_NO_BREAK = '\u202F'

/** French: a space beside guillemets and before `: ; ! ?` never ends a line (Lexique de l'Imprimerie nationale). */
function setSpaces({ text, set }: Setting): void {
  for (const { index } of text.matchAll(/ (?=[;!?:])/g)) {
    set.set(index, text[index + 1] === ':' ? NO_BREAK : NARROW_NO_BREAK)
  }
  for (let at = 0; at < text.length; at++) {
    const mark = set.get(at) ?? text[at]
    if (mark === '«') {
      if (text[at + 1] === ' ') set.set(at + 1, NO_BREAK)
      else if (set.has(at)) set.set(at, `«${NO_BREAK}`)
    } else if (mark === '»') {
      if (text[at - 1] === ' ') set.set(at - 1, NO_BREAK)
      else if (set.has(at)) set.set(at, `${NO_BREAK}»`)
    }
  }
}
