import { AUTOLINK, HIDDEN, TAG } from '../lexer/inline-marks'

/** As much of a tag as is valid, up to the character that shows that it isn't one. */
const BEGUN_TAG =
  /<\/?[a-z][a-z0-9-]*(?:[ \n]+(?:[a-z_:][a-z0-9_.:-]*(?:[ \n]*=[ \n]*(?:"[^"]*"?|'[^']*'?|[^ \n"'=<>`]*))?)?)*/iy

/** `(address "`, after which a title may or may not end. An address has at most 32 parentheses. */
const BEGUN_TITLE = /\([ \n]*(?:<[^<>\n]*>|(?!<)(?:[^\s(]*\(){0,32}[^\s(]*)[ \n]+(["'(])/y
const CLOSING: Record<string, string> = { '"': '"', "'": "'", '(': ')' }

/** Where a mark ends, or how far the parser reads before it gives up and takes the mark for text. */
export type Extent = { end: number } | { wasted: number }

/** Finds how far those marks reach that hide all others up to their end: code, HTML, titles of links. */
export class UnendedMarks {
  /** Ends that don't occur in the rest of the text. */
  private readonly missing = new Set<string>()
  private ticks: Map<number, number[]> | undefined

  constructor(private readonly text: string) {}

  codeAt(at: number, length: number): Extent {
    this.ticks ??= ticksIn(this.text)
    const runs = this.ticks.get(length) ?? []
    // From last to first, so that those we have passed can be dropped.
    while ((runs.at(-1) ?? at + 1) <= at) runs.pop()
    const next = runs.at(-1)
    return next === undefined ? { wasted: this.text.length - at } : { end: next + length }
  }

  htmlAt(at: number): Extent {
    const { text } = this
    const hidden = HIDDEN.find(([start]) => text.startsWith(start, at))
    if (hidden) return this.upTo(hidden[1], at + (hidden[0] === '<!--' ? 2 : hidden[0].length), at)
    if (/^<![a-z]/i.test(text.slice(at, at + 3))) return this.upTo('>', at, at)
    const whole = endOf(TAG, text, at) ?? endOf(AUTOLINK, text, at)
    return whole === undefined
      ? { wasted: (endOf(BEGUN_TAG, text, at) ?? at) - at }
      : { end: whole }
  }

  /** Starts at the parenthesis after the words of a link. */
  titleAt(at: number): Extent {
    BEGUN_TITLE.lastIndex = at
    const quote = BEGUN_TITLE.exec(this.text)?.[1]
    if (quote === undefined) return { wasted: 0 }
    const extent = this.upTo(CLOSING[quote] ?? quote, BEGUN_TITLE.lastIndex, at)
    return 'end' in extent ? { wasted: extent.end - at } : extent
  }

  private upTo(stop: string, from: number, at: number): Extent {
    const found = this.missing.has(stop) ? -1 : this.text.indexOf(stop, from)
    if (found !== -1) return { end: found + stop.length }
    this.missing.add(stop)
    return { wasted: this.text.length - at }
  }
}

function ticksIn(text: string): Map<number, number[]> {
  const runs = new Map<number, number[]>()
  for (const { index, 0: run } of text.matchAll(/`+/g)) {
    const same = runs.get(run.length)
    if (same) same.push(index)
    else runs.set(run.length, [index])
  }
  for (const same of runs.values()) same.reverse()
  return runs
}

function endOf(sticky: RegExp, text: string, at: number): number | undefined {
  sticky.lastIndex = at
  return sticky.test(text) ? sticky.lastIndex : undefined
}
