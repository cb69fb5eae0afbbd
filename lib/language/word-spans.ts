import {
  APOSTROPHE,
  BREAK,
  DIGIT,
  IGNORED,
  kindAt,
  LETTER,
  UNSPACED,
  widthAt,
} from './character-kinds'
import { foldWord } from './fold-word'

/** A folded word and where it stands in the text (UTF-16 units). */
export type WordSpan = { word: string; start: number; end: number }

type Visit = (word: string, start: number, end: number) => void

const SPACE = 32
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

let segmenter: Intl.Segmenter | undefined

const kind = (text: string, index: number) =>
  index >= 0 && index < text.length ? kindAt(text, index) : BREAK
const isInside = (k: number) => k === LETTER || k === DIGIT
const startsWord = (text: string, index: number) => isInside(kind(text, index))

function afterDigits(text: string, from: number): number {
  let i = from
  while (kind(text, i) === DIGIT) i += widthAt(text, i)
  return i
}

/** The end of 2,000,000 or 6.1 when the digits up to `end` go on like that, else `end`. */
function numberEnd(text: string, start: number, end: number): number {
  let i = end
  // In 28.06.2025 or 2.0.1 the full stops divide.
  if (text.charCodeAt(start - 1) === FULL_STOP && kind(text, start - 2) === DIGIT) return i
  while (text.charCodeAt(i) === COMMA && afterDigits(text, i + 1) === i + 4) i += 4
  if (text.charCodeAt(i) !== FULL_STOP) return i
  const decimals = afterDigits(text, i + 1)
  const another = text.charCodeAt(decimals) === FULL_STOP && kind(text, decimals + 1) === DIGIT
  return decimals > i + 1 && !another ? decimals : i
}

/** The end of U.S. when the single letter before `end` begins such an acronym, else `end`. */
function acronymEnd(text: string, end: number): number {
  let i = end
  while (
    text.charCodeAt(i) === FULL_STOP &&
    kind(text, i + 1) === LETTER &&
    !startsWord(text, i + 1 + widthAt(text, i + 1))
  )
    i += 1 + widthAt(text, i + 1)
  return i > end && text.charCodeAt(i) === FULL_STOP ? i + 1 : i
}

function wordEnd(text: string, from: number): number {
  let i = from
  for (;;) {
    const k = kind(text, i)
    if (k === LETTER || k === IGNORED) i += widthAt(text, i)
    else if (k === DIGIT) i = numberEnd(text, i, afterDigits(text, i))
    else if (k === APOSTROPHE && startsWord(text, i + 1)) i += 1
    else return i
  }
}

function visitUnspaced(text: string, from: number, visit: Visit): number {
  let end = from
  while (kind(text, end) === UNSPACED || kind(text, end) === IGNORED) end += widthAt(text, end)
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

const PLUS = new Set([43, 0xff0b])
const SHARP = new Set([35, 0xff03, 0x266f])

/** What a sign at the end makes of a name, and the sign's width: C++, C#. */
function signAt(
  text: string,
  start: number,
  end: number,
): { name: string; width: number } | undefined {
  const unit = text.charCodeAt(end)
  if (unit === SPACE) return undefined
  const isSharp = SHARP.has(unit) && end === start + widthAt(text, start)
  if (isSharp && !startsWord(text, end + 1)) return { name: 'sharp', width: 1 }
  const isPlus = PLUS.has(unit) && PLUS.has(text.charCodeAt(end + 1)) && !startsWord(text, end + 2)
  return isPlus ? { name: 'plusplus', width: 2 } : undefined
}

/** .NET and ASP.NET, but not example.net. */
function isDotNet(text: string, start: number, end: number): boolean {
  if (end - start !== 3 || text.charCodeAt(start - 1) !== FULL_STOP) return false
  const raw = text.slice(start, end)
  return raw === 'NET' || (/^net$/i.test(raw) && !startsWord(text, start - 2))
}

/**
 * Visits a word that its signs or its number tell from others, and gives where it ends: C++, C# and .NET are words of
 * their own, Covid19 is the two of Covid-19. F35 and MP3 are one.
 */
function visitSigned(text: string, start: number, end: number, visit: Visit): number | undefined {
  const sign = signAt(text, start, end)
  if (sign) {
    visit(foldWord(text.slice(start, end)) + sign.name, start, end + sign.width)
    return end + sign.width
  }
  if (isDotNet(text, start, end)) {
    visit('dotnet', start - 1, end)
    return end
  }
  if (kindAt(text, end - 1) !== DIGIT) return undefined
  const raw = text.slice(start, end)
  const [, name = ''] = /^(\p{L}{3,})\p{Nd}+$/u.exec(raw) ?? []
  if (name === '') return undefined
  const number = start + name.length
  visit(foldWord(name), start, number)
  visit(foldWord(raw.slice(name.length)), number, end)
  return end
}

/**
 * Calls back with each word of the text, in order. Words of scripts without spaces come from `Intl.Segmenter`,
 * which is too slow for the others. `U.S.` and, in a text that isn't all capitals, `US` are the word `usa`.
 */
export function visitWords(text: string, lang: string | undefined, visit: Visit): void {
  const english = lang === undefined || /^en\b/i.test(lang)
  const eliding = lang !== undefined && ELIDING.test(lang)
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
      const raw = text.slice(start, end)
      const after = k === LETTER ? visitSigned(text, start, end, visit) : undefined
      if (after !== undefined) {
        i = after
        continue
      }
      const word = foldWord(raw)
      const acronym = english && word.length < 4 ? ACRONYMS.get(word) : undefined
      if (word !== '') visit(acronym !== undefined && isAcronym(raw) ? acronym : word, start, end)
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
