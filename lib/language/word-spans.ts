import { isSuffixing, nameLength } from './apostrophes'
import {
  APOSTROPHE,
  DIGIT,
  IGNORED,
  isInside,
  kindAround,
  kindAt,
  LETTER,
  startsWord,
  UNSPACED,
  widthAt,
} from './character-kinds'
import { foldWord } from './fold-word'
import { type Visit, visitSigned } from './signed-words'

/** A folded word and its position in the text (UTF-16 units). */
export type WordSpan = { word: string; start: number; end: number }

const FULL_STOP = 46
const COMMA = 44
const HYPHENS = new Set([45, 0x2010, 0x2011])

/** Acronyms whose letters are a common word; in capitals or with full stops they are not that word. */
const ACRONYMS = new Map([
  ['us', 'usa'],
  ['who', 'whoabbr'],
  ['it', 'itabbr'],
])
const BARE_ACRONYM = new Set(['US', 'WHO', 'IT'])

/** Languages that write the article as l' and d' before a vowel. */
const ELIDING = /^(?:fr|it|ca|oc)\b/i
const ELISION = /^(?:[cdjlmnst]|qu|dell|nell|all|dall|sull|un)['’ʼ]/iu

/** Whether a language (BCP 47) writes an article before a vowel together with its noun: l'hôpital. */
export const isEliding = (lang: string): boolean => ELIDING.test(lang)

let segmenter: Intl.Segmenter | undefined

function afterDigits(text: string, from: number): number {
  let i = from
  while (kindAround(text, i) === DIGIT) i += widthAt(text, i)
  return i
}

/** The end of 2,000,000 or 6.1 when the digits up to `end` go on like that, else `end`. */
function numberEnd(text: string, start: number, end: number): number {
  let i = end
  // In 28.06.2025 or 2.0.1 the full stops divide.
  if (text.charCodeAt(start - 1) === FULL_STOP && kindAround(text, start - 2) === DIGIT) return i
  while (text.charCodeAt(i) === COMMA && afterDigits(text, i + 1) === i + 4) i += 4
  if (text.charCodeAt(i) !== FULL_STOP) return i
  const decimals = afterDigits(text, i + 1)
  const another =
    text.charCodeAt(decimals) === FULL_STOP && kindAround(text, decimals + 1) === DIGIT
  return decimals > i + 1 && !another ? decimals : i
}

/** The end of U.S. when the single letter before `end` begins such an acronym, else `end`. */
function acronymEnd(text: string, end: number): number {
  let i = end
  while (
    text.charCodeAt(i) === FULL_STOP &&
    kindAround(text, i + 1) === LETTER &&
    !startsWord(text, i + 1 + widthAt(text, i + 1))
  )
    i += 1 + widthAt(text, i + 1)
  return i > end && text.charCodeAt(i) === FULL_STOP ? i + 1 : i
}

function wordEnd(text: string, from: number): number {
  let i = from
  for (;;) {
    const k = kindAround(text, i)
    if (k === LETTER || k === IGNORED) i += widthAt(text, i)
    else if (k === DIGIT) i = numberEnd(text, i, afterDigits(text, i))
    else if (k === APOSTROPHE && startsWord(text, i + 1)) i += 1
    else return i
  }
}

function visitUnspaced(text: string, from: number, visit: Visit): number {
  let end = from
  while (kindAround(text, end) === UNSPACED || kindAround(text, end) === IGNORED)
    end += widthAt(text, end)
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' })
  for (const { segment, index, isWordLike } of segmenter.segment(text.slice(from, end)))
    if (isWordLike) visit(foldWord(segment), from + index, from + index + segment.length)
  return end
}

/** A text in capitals throughout tells nothing about what its capitals mean. */
function shouts(text: string): boolean {
  const sample = text.slice(0, 400)
  return sample.replace(/[^a-z]+/g, '').length < sample.replace(/[^A-Z]+/g, '').length
}

/** The end of the word at `start`, which takes in U.S., e-mail and F-35 whole. */
function wholeEnd(text: string, start: number): number {
  const end = wordEnd(text, start)
  if (kindAt(text, start) !== LETTER || end !== start + widthAt(text, start)) return end
  const afterAcronym = acronymEnd(text, end)
  if (afterAcronym > end) return afterAcronym
  return HYPHENS.has(text.charCodeAt(end)) && startsWord(text, end + 1)
    ? wordEnd(text, end + 1)
    : end
}

/**
 * Calls back with each word of the text, in order. Words of scripts without spaces come from `Intl.Segmenter`,
 * which is too slow for the others. `U.S.` and, in a text that isn't all capitals, `US` are the word `usa`.
 */
export function visitWords(text: string, lang: string | undefined, visit: Visit): void {
  const english = lang === undefined || /^en\b/i.test(lang)
  const eliding = lang !== undefined && ELIDING.test(lang)
  const suffixing = lang !== undefined && isSuffixing(lang)
  let shouting: boolean | undefined
  const isAcronym = (raw: string) => {
    if (!BARE_ACRONYM.has(raw)) return raw.includes('.')
    shouting ??= shouts(text)
    return !shouting
  }
  let i = 0
  while (i < text.length) {
    const k = kindAt(text, i)
    if (k === UNSPACED) {
      i = visitUnspaced(text, i, visit)
    } else if (isInside(k)) {
      const end = wholeEnd(text, i)
      const start = eliding ? i + (ELISION.exec(text.slice(i, end))?.[0].length ?? 0) : i
      const whole = text.slice(start, end)
      const raw = suffixing ? whole.slice(0, nameLength(whole)) : whole
      const after = k === LETTER ? visitSigned(text, start, end, visit) : undefined
      if (after !== undefined) {
        i = after
        continue
      }
      const word = foldWord(raw)
      const acronym = english && word.length < 4 ? ACRONYMS.get(word) : undefined
      if (word !== '')
        visit(acronym !== undefined && isAcronym(raw) ? acronym : word, start, start + raw.length)
      i = end
    } else {
      i += widthAt(text, i)
    }
  }
}

/** The words of a text with their places, for marking them or showing them as they were written. */
export function wordSpans(text: string, lang?: string): WordSpan[] {
  const spans: WordSpan[] = []
  visitWords(text, lang, (word, start, end) => spans.push({ word, start, end }))
  return spans
}
