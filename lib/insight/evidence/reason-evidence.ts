import type { Question } from '../question/question'
import { questionsIn } from '../question/question-languages'
import type { ReadSentence } from '../sentence-terms'
import { placesLike } from './term-places'

/** Words that give a reason. */
const REASON =
  /\b(?:because|due to|owing to|thanks to|so that|in order to|caused?|causing|reasons?|cit(?:ed|es|ing)|in response to|led to|leading to|led .{2,40} to\b|prompted|as a result|on account of|stems? from|blam(?:ed|es|ing)|attribut\w+|in protest|on (?:that|this) basis|for \w+ing)\b/i
/** Words that often do. */
const LIKELY_REASON =
  /\b(?:since (?:it|he|she|they|there|we)|amid|concerns?|fears?|likely (?:included?|because|due)|considerations?|out of|in a bid to|aimed? (?:at|to)|for fear|constituted|argu(?:ed|es|ing)|did not|lack(?:ed|s)?|after|(?:making|leaving|forcing|meaning|putting)|made? .{0,40}(?:impossible|difficult))\b/i
export const LIKELY = 0.75
/** A sentence that says what is asked about may give its reason without such words. */
const UNMARKED = 0.25

/** For "why". */
export function reasonEvidence({ english }: Question, sentence: ReadSentence): number {
  if (REASON.test(sentence.text)) return 1
  if (LIKELY_REASON.test(sentence.text)) return LIKELY
  const verb = english?.relation
  return verb !== undefined && placesLike(verb, sentence).length > 0 ? UNMARKED : 0
}

const SOMEWHERE =
  /\b(?:(?:in|at|near|outside|inside|across|on|into|from|off|behind|through)\s+(?:(?:the|an?|his|her|their|its|this)\s+)?\p{Ll}+|abroad|overseas|(?:inter)?nation(?:ally|wide)|worldwide|home|downtown)\b/u
const UNNAMED = 0.6

/** For "where": a place, best one with a name. */
export function placeEvidence({ text }: ReadSentence): number {
  if (questionsIn('en').holds.place.test(text)) return 1
  return SOMEWHERE.test(text) ? UNNAMED : 0
}
