import { ADDRESS_SIGN } from '../lexer/inline-marks'
import { type CostMeter, MAX_COST } from './cost-meter'
import { type Extent, UnendedMarks } from './unended-marks'

/** Nested square brackets: the texts of nested images cost the cube of their depth. */
export const MAX_BRACKET_DEPTH = 16

/** Microseconds. */
const CHARACTER = 0.5
const WORD = 2
const MARK = 8
const LINK = 95
/** For each run of emphasis marks: a pair makes an element, and divides the text around it. */
const EMPHASIS = 18
/** A character reference or an escape, which ends a word and joins it with the next. */
const ESCAPE = 14
const CODE = 110
const LINE_BREAK = 25
/** It gets an element and an id. */
const SENTENCE = 25
/** For each mark of emphasis and each word and mark of its paragraph, among which the parser looks for its partner. */
const SEEK_PARTNER = 0.02
/**
 * For each mark of emphasis and each other one: the parser reads the inside of a pair again, and again for each pair in it.
 */
const PAIR_AGAIN = 0.4
/** For each mark and each word and mark that moves up when text between marks is joined. */
const MOVE_EVENT = 0.0005
/** For a word that may start an address after an open bracket, and each word and mark since the bracket. */
const WALK_EVENT = 0.006
/** For a closing bracket without an opening one, and each word and mark before it. */
const SEEK_BRACKET = 0.008
const LABEL_CHARACTER = 0.02
const COMPARE_LABEL = 0.006
/** For each character that the parser reads for nothing. */
const WASTED_CHARACTER = 0.06
/** For each character of an address and each place in it from which the parser tries again. */
const RETRIED_CHARACTER = 0.001

const MARKS = /\\[\s\S]?|`+|[*_~]+|!?\[|\]|<|&/g
/** Characters in a word, to estimate the number of words between two marks. */
const WORD_LENGTH = 4

const ADDRESS = /@|:\/\/|www\./gi

/** Characters that may end an address or be inside it: the parser tries each. */
const TRAIL = /(?:[!"'()*,.:;<>?_~\]}]|&[a-z]*;?){8,}/gi
const STOP = /[.!?…‽؟۔।॥։።။។。！？｡．]/g
const LONG_NAME = /(?<![-.+\w])[-.+\w]{80,}/g
const LONG_WORD = /(?<!\S)\S{80,}/g

type Bracket = { at: number; events: number }

/** What all texts of one body share. */
export type Surroundings = {
  /** The number of labels that links may refer to. */
  labels: number
  hasLongWords: boolean
  hasAddresses: boolean
}

export const surroundingsOf = (body: string, labels: number): Surroundings => ({
  labels,
  hasLongWords: body.search(LONG_WORD) !== -1,
  hasAddresses: ADDRESS_SIGN.test(body),
})

/** Adds the cost of parsing the inline marks of one text. Says whether brackets are nested too deep. */
export function addInlineCost(
  text: string,
  line: number,
  around: Surroundings,
  meter: CostMeter,
): 'too deep' | undefined {
  const scan = new InlineScan(text, around.labels)
  const isTooDeep = scan.read()
  const { words, marks, links, codes, escapes, runs, longestRun, bracketCost, wasted } = scan
  const events = 2 * (words + marks)
  const breaks = text.includes('\n') ? (text.match(/(?: {2}|\\)\n/g)?.length ?? 0) : 0
  const stops = (text.match(STOP)?.length ?? 0) * SENTENCE
  const letters = text.length * CHARACTER + words * WORD + marks * MARK + escapes * ESCAPE
  const elements = links * LINK + codes * CODE + runs * EMPHASIS + breaks * LINE_BREAK + stops
  meter.add('length', line, letters + elements)
  const seeking = events * (runs * SEEK_PARTNER + marks * MOVE_EVENT)
  meter.add('marks', line, seeking + runs * (runs - longestRun) * PAIR_AGAIN)
  meter.add('brackets', line, bracketCost)
  meter.add('open', line, wasted * WASTED_CHARACTER)
  if (around.hasAddresses) meter.add('length', line, (text.match(ADDRESS)?.length ?? 0) * LINK)
  if (around.hasLongWords) meter.add('addresses', line, addressCost(text, around.hasAddresses))
  return isTooDeep ? 'too deep' : undefined
}

class InlineScan {
  words = 0
  marks = 0
  /** An upper limit: everything in brackets, and addresses in angle brackets. */
  links = 0
  codes = 0
  escapes = 0
  /** Runs of emphasis and strikethrough marks. */
  runs = 0
  longestRun = 0
  bracketCost = 0
  wasted = 0
  private readonly brackets: Bracket[] = []
  private readonly unended: UnendedMarks

  constructor(
    private readonly text: string,
    private readonly labels: number,
  ) {
    this.unended = new UnendedMarks(text)
  }

  /** Returns whether brackets are nested too deep. */
  read(): boolean {
    const { text } = this
    let at = 0
    while (at < text.length) {
      MARKS.lastIndex = at
      const found = MARKS.exec(text)
      this.readWords(at, found?.index ?? text.length)
      if (!found) break
      this.marks += 1
      at = this.readMark(found[0], found.index)
      if (this.brackets.length > MAX_BRACKET_DEPTH) return true
      // It costs too much already.
      if (this.bracketCost + this.wasted * WASTED_CHARACTER > MAX_COST) return false
    }
    return false
  }

  private readWords(from: number, to: number): void {
    const words = (to - from) / WORD_LENGTH
    const open = this.brackets.at(-1)
    this.words += words
    if (open) this.bracketCost += words * (this.events - open.events) * WALK_EVENT
  }

  private get events(): number {
    return 2 * (this.words + this.marks)
  }

  /** Returns the place after the mark and everything that it hides from the parser. */
  private readMark(mark: string, at: number): number {
    const end = at + mark.length
    const { unended } = this
    if (mark.startsWith('`')) {
      const code = unended.codeAt(at, mark.length)
      if ('end' in code) this.codes += 1
      return this.skip(code, end)
    }
    if (mark === '<') return this.skip(unended.htmlAt(at), end)
    if (mark === '&' || mark.startsWith('\\')) this.escapes += 1
    if (/^[*_~]/.test(mark)) this.readRun(Math.ceil(mark.length / 2))
    else if (mark === ']') this.readClosing(at)
    else if (mark.endsWith('[') && !mark.startsWith('\\'))
      this.brackets.push({ at: end, events: this.events })
    return end
  }

  /** A run of many marks opens or closes half as many pairs, none with itself. */
  private readRun(pairs: number): void {
    this.runs += pairs
    this.longestRun = Math.max(this.longestRun, pairs)
  }

  private readClosing(at: number): void {
    const open = this.brackets.pop()
    if (!open) {
      this.bracketCost += this.events * SEEK_BRACKET
      return
    }
    this.links += 1
    this.bracketCost += (at - open.at) * LABEL_CHARACTER + this.labels * COMPARE_LABEL
    if (this.text.charAt(at + 1) === '(') this.skip(this.unended.titleAt(at + 1), at)
  }

  private skip(extent: Extent, otherwise: number): number {
    if ('end' in extent) return extent.end
    this.wasted += extent.wasted
    return otherwise
  }
}

/** Addresses are links without marks: the parser tries many places where one may end, or where a word may be one. */
function addressCost(text: string, hasAddresses: boolean): number {
  let retried = 0
  for (const [name] of text.matchAll(LONG_NAME))
    retried += name.length * (name.match(/[-.+_]/g)?.length ?? 0)
  if (!hasAddresses) return retried * RETRIED_CHARACTER
  for (const [word] of text.matchAll(LONG_WORD))
    retried += word.length * (word.match(/https?:|www\./gi)?.length ?? 0)
  for (const [trail] of text.matchAll(TRAIL)) retried += 6 * trail.length ** 2
  return retried * RETRIED_CHARACTER
}
