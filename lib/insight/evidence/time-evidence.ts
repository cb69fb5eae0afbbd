import type { Question } from '../question/question'
import { questionsIn } from '../question/question-languages'
import type { ReadSentence } from '../sentence-terms'
import { MONTH, YEAR } from './dates'
import { placesLike } from './term-places'

const DATE = new RegExp(
  `\\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|${MONTH}|${YEAR}|yesterday|today|tonight|tomorrow|midnight|noon|(?:last|next|this) (?:week|month|year|night|spring|summer|autumn|fall|winter)|(?:days?|weeks?|months?|years?|hours?|minutes?) (?:ago|later|earlier|before|after)|century)\\b|\\d:\\d\\d`,
  'giu',
)
/** What is still to come is said with these. */
const FUTURE =
  /\b(?:will|next|upcoming|scheduled|planned|plans?|due|set|expected|expires?|to (?:be|begin|start|open|take|meet|hold)|by|ahead|later this)\b/i

/** "After the storm" is no date. */
const VAGUE = 0.5
/** The date may be another event's. */
const OTHER_EVENT = 0.5
const OVER = 0.1

/** For "when": a date that the question doesn't have, of what it asks for. */
export function timeEvidence({ words: asked, english }: Question, sentence: ReadSentence): number {
  const { text } = sentence
  const hasDate = (text.match(DATE) ?? []).some((date) => !asked.has(date.toLowerCase()))
  const exactness = hasDate ? 1 : questionsIn('en').holds.time.test(text) ? VAGUE : 0
  const verb = english?.relation
  const isSame = verb === undefined || placesLike(verb, sentence).length > 0
  return exactness * (isSame ? 1 : OTHER_EVENT)
}

/** What of the evidence counts when a question asks for what is still to come, and a sentence doesn't say so. */
export const futureEvidence = ({ english }: Question, { text }: ReadSentence): number =>
  english?.inFuture === true && !FUTURE.test(text) ? OVER : 1

const LASTING = /\b(?:since|for|already|first|second|third)\b/i

/** For "how long": "how long has" asks for what still goes on. */
export function durationEvidence({ words }: Question, { text }: ReadSentence): number {
  if (!questionsIn('en').holds.duration.test(text)) return 0
  const isLasting = words.has('has') || words.has('have')
  return isLasting && !LASTING.test(text) ? OTHER_EVENT : 1
}
