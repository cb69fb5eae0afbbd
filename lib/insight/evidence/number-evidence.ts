import { questionsIn } from '../question/question-languages'
import { alikeTo } from '../question/words-alike'
import { areKin, type ReadSentence, type SentenceWord } from '../sentence-terms'
import { MONTH, YEAR } from './dates'
import { startsCapital } from './name-runs'

/** Numbers that count nothing: days, years, times of day, numbers of laws. */
const DATE = new RegExp(
  [
    `${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?: (?:to|and|-) \\d{1,2})?(?:,? \\d{4})?`,
    `\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}(?:,? \\d{4})?`,
    `\\b(?:in|since|of|by|until|from|early|late|mid|between|and|to|${MONTH}) ${YEAR}\\b`,
    '\\d{1,2}[:.]\\d\\d\\b',
    '\\b\\d{1,2} ?[ap]\\.?m\\b',
    '\\b(?:Article|No\\.|Section|Chapter) \\d+',
  ].join('|'),
  'giu',
)
const ORDINAL =
  /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d+(?:st|nd|rd|th))$/
const VAGUE =
  /\b(?:a lot|a few|few|many|none|several|always|often|rarely|seldom|never|maximum|minimum)\b/i

/** So many words after a number what it counts may come: "38 tired people". */
const COUNTED_WITHIN = 4

/** How good an answer is that isn't a number of what is to be counted. */
const AN_ORDINAL = 0.9
const A_VAGUE_NUMBER = 0.7
const A_NUMBER_APART = 0.4
const ANY_NUMBER = 0.3

/** For "how many": a number of what is counted. */
export function countEvidence(counted: readonly string[], sentence: ReadSentence): number {
  const { words } = sentence
  const isCounted = ({ term }: SentenceWord) =>
    counted.some((of) => of === term || areKin(of, term) || alikeTo(of).has(term))
  const counts = (i: number, within: number) => words.slice(i + 1, i + 1 + within).some(isCounted)
  const numbers = numbersIn(sentence)
  if (numbers.some((i) => counts(i, COUNTED_WITHIN))) return 1
  if (words.some(({ word }, i) => ORDINAL.test(word) && counts(i, 2))) return AN_ORDINAL
  if (numbers.length > 0) return words.some(isCounted) ? A_NUMBER_APART : ANY_NUMBER
  return words.some(({ word }, i) => VAGUE.test(word) && counts(i, 2)) ? ANY_NUMBER : 0
}

/** For "how much", "how far": a number that is no date. */
export function numberEvidence(sentence: ReadSentence): number {
  if (numbersIn(sentence).length > 0) return 1
  return VAGUE.test(sentence.text) ? A_VAGUE_NUMBER : 0
}

/** The places of numbers that count something: no dates, and no part of a name (Flight 370). */
function numbersIn({ text, words }: ReadSentence): number[] {
  const dates = [...text.matchAll(DATE)].map(({ 0: found, index }) => [index, index + found.length])
  const { numbers } = questionsIn('en')
  return words.flatMap(({ word, start }, i) => {
    const inDigits = /^\p{Nd}/u.test(word)
    if (!inDigits && !numbers.has(word)) return []
    const before = words[i - 1]
    const isNumbered =
      inDigits &&
      i > 1 &&
      before !== undefined &&
      startsCapital(text, before.start) &&
      text.slice(before.end, start) === ' '
    const inDate = dates.some(([from = 0, to = 0]) => start >= from && start < to)
    return isNumbered || inDate ? [] : [i]
  })
}
