import { OFFICES } from '@/lib/language/name-words'
import type { Question } from '../question/question'
import type { ReadSentence } from '../sentence-terms'
import { nameRuns, startsCapital } from './name-runs'
import { placesOf } from './term-places'

const OFFICE = /(?:er|or|ist|man|woman|chief|head|ant|ian)$/
/** So many words before a name its office may begin. */
const TITLE = 3
/** Words between a name and its office, of which one is set apart by a comma. */
const APPOSITION = 6
/** "The deputy minister" for "the minister of finance". */
const ANOTHER_OFFICE = 0.6
const NOBODY = 0.2

/** For "who is X": an office beside the name: "Secretary Lutnick", "Akazawa, economic revitalization minister,". */
export function officeEvidence(of: readonly string[], sentence: ReadSentence): number {
  const { text, words } = sentence
  const isIntroduced = placesOf(of.at(-1) ?? '', sentence).some((at) => {
    let from = at
    while (from > 0 && startsCapital(text, words[from - 1]?.start ?? 0)) from -= 1
    const before = words.slice(Math.max(0, from - TITLE), at)
    if (before.some(({ word }) => OFFICES.has(word) || OFFICE.test(word))) return true
    return /^(?:,\s(?:(?:the|an?|who|whose|then-)\b|\p{Ll})|\s(?:is|was|became)\s(?:the|an?)\b)/u.test(
      text.slice(words[at]?.end),
    )
  })
  return isIntroduced ? 1 : 0
}

/** For "who is the ROLE": a name beside it: "Secretary General Mark Rutte", "Rutte, the secretary general". */
export function holderEvidence(
  office: readonly string[],
  { words: asked }: Question,
  sentence: ReadSentence,
): number {
  const { text, words } = sentence
  const names = nameRuns(sentence)
  const places = placesOf(office.at(-1) ?? '', sentence)
  const isHeld = (at: number) =>
    names.some(({ from, to }) => {
      const after = text.slice(words[at]?.end, words[from]?.start)
      if (from <= at + 1 && to > at + 1)
        return words.slice(at + 1, to).some(({ word }) => !asked.has(word))
      if (from > at) return from - at <= APPOSITION && /,|^\s(?:is|was|remains)\b/.test(after)
      return (
        at - to <= APPOSITION && /^(?:,|\s(?:is|was|became)\b)/.test(text.slice(words[to - 1]?.end))
      )
    })
  const isWhole = (at: number) =>
    office.every((term) =>
      words.slice(Math.max(0, at - office.length - 2), at + 1).some((word) => word.term === term),
    )
  const held = places.filter(isHeld)
  if (held.length > 0) return held.some(isWhole) ? 1 : ANOTHER_OFFICE
  return places.length > 0 ? NOBODY : 0
}

/** For "what does JCT stand for": "Cooperation Team, or JCT", "Indo-Pacific 4 (IP4)". */
export function longFormEvidence(letters: string, sentence: ReadSentence): number {
  const { text, words } = sentence
  const isGiven = placesOf(letters, sentence).some((at) => {
    const { start = 0, end = 0 } = words[at] ?? {}
    const before = text.slice(0, start)
    const after = text.slice(end)
    const inBrackets = /[\p{L}\p{N}]['"’”]?\s\($/u.test(before) && /^['"’”]?\)/.test(after)
    const isAdded = /,\s(?:or|known as|called)\s['"‘“]?$/.test(before)
    return inBrackets || isAdded || /^\s(?:\(\p{Lu}|(?:stands|is short) for\b|means\b)/u.test(after)
  })
  return isGiven ? 1 : 0
}
