import { ADDRESS_SIGN } from '../lexer/inline-marks'
import { type CostMeter, MAX_COST } from './cost-meter'
import { type Extent, UnendedMarks } from './unended-marks'

/** Square brackets within each other: the texts of nested images cost the cube of their depth. */
export const MAX_BRACKET_DEPTH = 16

/** Microseconds. */
const CHARACTER = 0.5
const WORD = 2
const MARK = 8
const LINK = 50
const LINE_BREAK = 25
/** It gets an element and an id of its own. */
const SENTENCE = 25
/** Of each mark of emphasis, for each word and mark of its paragraph among which its partner is looked for. */
const SEEK_PARTNER = 0.02
/** Of each mark of emphasis, for each other one: what is inside a pair is read again for it, pair in pair. */
const PAIR_AGAIN = 0.4
/** Of each mark, for each word and mark that moves up when text between marks is joined. */
const MOVE_EVENT = 0.0005
/** Of a word that may begin an address behind an open bracket, for each word and mark since that. */
const WALK_EVENT = 0.006
/** Of a bracket that closes none, for each word and mark before it. */
const SEEK_BRACKET = 0.008
const LABEL_CHARACTER = 0.02
const COMPARE_LABEL = 0.006
/** Of a character that is read for nothing. */
const WASTED_CHARACTER = 0.06
/** Of each character of an address, for each place in it from which it is tried again. */
const RETRIED_CHARACTER = 0.001

const MARKS = /\\[\s\S]?|`+|[*_~]+|!?\[|\]|<|&/g
/** Words are told from the length of what stands between two marks. */
const WORD_LENGTH = 4

const ADDRESS = /@|:\/\/|www\./gi

/** Characters that can end an address, or be in the middle of it: each is tried. */
const TRAIL = /(?:[!"'()*,.:;<>?_~\]}]|&[a-z]*;?){8,}/gi
const STOP = /[.!?…‽؟۔।॥։።။។。！？｡．]/g
const LONG_NAME = /(?<![-.+\w])[-.+\w]{80,}/g
const LONG_WORD = /(?<!\S)\S{80,}/g

type Bracket = { at: number; events: number }

/** What the texts of one body have in common. */
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

/** Adds what the inline marks of one text cost to parse. Tells whether brackets are too deep in each other. */
export function addInlineCost(
  text: string,
  line: number,
  around: Surroundings,
  meter: CostMeter,
): 'too deep' | undefined {
  const scan = new InlineScan(text, around.labels)
  const isTooDeep = scan.read()
  const { words, marks, links, runs, longestRun, bracketCost, wasted } = scan
  const events = 2 * (words + marks)
  const breaks = text.includes('\n') ? (text.match(/(?: {2}|\\)\n/g)?.length ?? 0) : 0
  const stops = (text.match(STOP)?.length ?? 0) * SENTENCE
  const rest = words * WORD + marks * MARK + links * LINK + breaks * LINE_BREAK + stops
  meter.add('length', line, text.length * CHARACTER + rest)
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
  /** At the most: what stands in brackets, and addresses between pointed ones. */
  links = 0
  /** Of emphasis and of what is struck out. */
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

  /** Tells whether brackets are too deep in each other. */
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
      // Enough is known.
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

  /** Gives the place behind the mark and all that it hides from the parser. */
  private readMark(mark: string, at: number): number {
    const end = at + mark.length
    const { unended } = this
    if (mark.startsWith('`')) return this.skip(unended.codeAt(at, mark.length), end)
    if (mark === '<') return this.skip(unended.htmlAt(at), end)
    if (/^[*_~]/.test(mark)) this.readRun(Math.ceil(mark.length / 2))
    else if (mark === ']') this.readClosing(at)
    else if (mark.endsWith('[') && !mark.startsWith('\\'))
      this.brackets.push({ at: end, events: this.events })
    return end
  }

  /** A run of many marks opens or closes half as many pairs, none of them with itself. */
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

/** Addresses are links without a mark: where one may end, or whether a word is one, is tried at many places. */
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
