import type { Range } from './sentence-ranges'
import { sentenceRanges } from './sentence-ranges'

/** What closes each mark that opens a quotation or a bracket. */
const CLOSED_BY: Record<string, string> = {
  ...{ '“': '”', '«': '»', '„': '“', '「': '」', '『': '』', '（': '）', '(': ')', '[': ']' },
  ...{ '‘': '’', '"': '"' },
}
/** A typewriter's single mark is an apostrophe as often: it opens before a word only, and must be closed. */
const SINGLE = /(?<![\p{L}\p{N}])'(?=\p{L})[^']*(?:(?<=\p{L})'(?=\p{L})[^']*)*'(?!\p{L})/gu

/** After these a phrase ends; a full stop inside a number or a name isn't followed by a space. */
const PHRASE_END = /[,;:—–](?=\s)|\s[–—-](?=\s)|[、，；：،؛]/g

/** Sentences that fill less than this part of the room leave too little to read. */
const ENOUGH = 0.4

/** A quotation with which a text begins may take so much more room: it isn't cut. */
const ROOM_FOR_QUOTATION = 1.6

/**
 * The beginning of a text, about `length` characters of it: to the end of a sentence, or else of a phrase, or else of a
 * word; never so that a quotation or bracket stays open. What breaks off within a sentence ends with an ellipsis.
 */
export function excerptOf(text: string, length: number, lang?: string): string {
  if (text.length <= length) return text
  const open = openRanges(text)
  const fits = (end: number) => end <= length && !open.some((each) => isInside(end, each))
  const sentence = sentenceRanges(text.slice(0, length * 2), lang).findLast(
    ({ end }) => fits(end) && end < text.length,
  )?.end
  if (sentence !== undefined && sentence >= length * ENOUGH) return text.slice(0, sentence)
  const phrases = [...text.slice(0, length).matchAll(PHRASE_END)].map(({ index }) => index)
  const phrase = phrases.findLast(fits)
  if (phrase !== undefined && phrase >= length * ENOUGH) return brokenOff(text, phrase)
  return sentence === undefined
    ? brokenOff(text, wordEnd(text, length, open))
    : text.slice(0, sentence)
}

function brokenOff(text: string, end: number): string {
  const part = text.slice(0, end).replace(/[\s,;:、，；：،؛–—-]+$/u, '')
  return ENDED.test(part) ? part : `${part}…`
}

/** A quotation that ends with a full stop needs no ellipsis. */
const ENDED = /[.!?…。！？]["'”’»」』]$/

const isInside = (end: number, range: Range) => range.start < end && end < range.end

/** Where the last word ends that fits; before a quotation that doesn't, unless the text begins with it. */
function wordEnd(text: string, length: number, open: readonly Range[]): number {
  const inside = open.find((range) => isInside(length - 1, range))
  const isEarly = inside !== undefined && inside.start < length * ENOUGH
  if (isEarly && inside.end <= length * ROOM_FOR_QUOTATION) return inside.end
  const limit = inside && !isEarly ? inside.start : length - 1
  const cut = text.slice(0, limit)
  const space = cut.lastIndexOf(' ')
  // Scripts without spaces are cut between characters, never inside a surrogate pair.
  return space > limit / 2 ? space : cut.replace(/[\uD800-\uDBFF]$/, '').length
}

/** Where quotations and brackets are open; one that is never closed is open to the end. */
function openRanges(text: string): Range[] {
  const ranges = [...text.matchAll(SINGLE)].map(({ 0: quoted, index }) => ({
    start: index,
    end: index + quoted.length,
  }))
  for (let at = 0; at < text.length; at++) {
    const close = CLOSED_BY[text.charAt(at)]
    if (close === undefined) continue
    const end = closing(text, at, close)
    ranges.push({ start: at, end: end + 1 })
    at = end
  }
  return ranges
}

/** A right single mark between letters is an apostrophe. */
function closing(text: string, from: number, close: string): number {
  for (let at = text.indexOf(close, from + 1); at !== -1; at = text.indexOf(close, at + 1)) {
    if (close !== '’' || !/^\p{L}/u.test(text.slice(at + 1))) return at
  }
  return text.length
}
