import { isFunctionWord } from '@/lib/language/terms'
import type { Question } from '../question/question'
import type { ReadSentence } from '../sentence-terms'
import { nameRuns, type Run } from './name-runs'
import { placesLike } from './term-places'

/** So far from its verb a name may be, in words. */
const NEAR_VERB = 12

/** Somebody may be described instead of named: "the family". */
const UNNAMED = 0.7
/** The verb is missing, so the sentence may say something else of somebody else. */
const WITHOUT_VERB = { named: 0.35, unnamed: 0.2 }
const VERB_UNKNOWN = { named: 1, unnamed: 0.3 }

/** For "instead of": what says that somebody took another's place. */
const REPLACES =
  /\b(?:instead|replac\w+|represent\w+|on behalf|in (?:his|her|their) (?:place|stead)|stood in|stand-in|stepped in|substitut\w+|success\w+|succeed\w*|rather than|deput\w+)\b/i

/** For "who": a name that the question doesn't have, beside its verb. */
export function nameEvidence(question: Question, sentence: ReadSentence): number {
  const { english } = question
  if (english?.replaced && !REPLACES.test(sentence.text)) return 0
  const others = otherNames(question, sentence)
  const isNamed = others.length > 0
  const verb = english?.relation
  if (verb === undefined) return isNamed ? VERB_UNKNOWN.named : VERB_UNKNOWN.unnamed
  const places = placesLike(verb, sentence).filter((place) => !isUndone(sentence, place))
  if (places.length === 0) return isNamed ? WITHOUT_VERB.named : WITHOUT_VERB.unnamed
  const isNear = ({ from, to }: Run) =>
    places.some((place) => Math.min(Math.abs(place - from), Math.abs(place - to + 1)) <= NEAR_VERB)
  return others.some(isNear) ? 1 : UNNAMED
}

/** "Canceled his attendance", "did not attend": nobody did it. */
function isUndone({ words }: ReadSentence, place: number): boolean {
  return words
    .slice(Math.max(0, place - UNDOING_BEFORE), place)
    .some(({ word }) => UNDOES.test(word))
}

const UNDOING_BEFORE = 3
const UNDOES = /^(?:not|never|without|cancel\w*|skip\w*|declin\w*|refus\w*|forgo\w*|avoid\w*)$/

/** Names of others than those in the question. "Ishiba Shigeru" is no other when it names Ishiba. */
function otherNames({ words: asked, english }: Question, sentence: ReadSentence): Run[] {
  const { words } = sentence
  return nameRuns(sentence).filter(({ from, to }) => {
    const run = words.slice(from, to)
    const isNew = run.every(({ word, term }) => !asked.has(word) && !english?.excluded.has(term))
    return isNew && run.some(({ word }) => !isFunctionWord(word))
  })
}
