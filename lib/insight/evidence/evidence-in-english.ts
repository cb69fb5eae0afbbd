import type { Question } from '../question/question'
import type { Form } from '../question/question-form'
import { questionsIn } from '../question/question-languages'
import type { ReadSentence } from '../sentence-terms'
import { nameEvidence } from './name-evidence'
import { countEvidence, numberEvidence } from './number-evidence'
import { holderEvidence, longFormEvidence, officeEvidence } from './office-evidence'
import { placeEvidence, reasonEvidence } from './reason-evidence'
import { speechEvidence } from './speech-evidence'
import { placesLike } from './term-places'
import { durationEvidence, futureEvidence, timeEvidence } from './time-evidence'

/**
 * How well a sentence has what an English question asks for, from 0 to 1: a number of the thing that is to be counted, a new
 * name near the verb. Undefined when the question doesn't tell what it asks for.
 */
export function evidenceInEnglish(question: Question, sentence: ReadSentence): number | undefined {
  const { english, expected } = question
  const later = futureEvidence(question, sentence)
  if (english?.form) return formEvidence(english.form, question, sentence) * later
  switch (expected.kind) {
    case 'anything':
      return undefined
    case 'name':
      return nameEvidence(question, sentence) * later
    case 'count':
      return countEvidence(expected.of, sentence) * sameEvent(question, sentence)
    case 'number':
      return numberEvidence(sentence)
    case 'reason':
      return reasonEvidence(question, sentence)
    case 'time':
      return timeEvidence(question, sentence) * later
    case 'duration':
      return durationEvidence(question, sentence)
    case 'place':
      return placeEvidence(sentence) * sameEvent(question, sentence)
    default:
      return questionsIn('en').holds[expected.kind].test(sentence.text) ? 1 : 0
  }
}

/** What is said without the verb of a question may be said of something else. */
const OTHER_EVENT = 0.7

function sameEvent({ english }: Question, sentence: ReadSentence): number {
  const verb = english?.relation
  return verb === undefined || placesLike(verb, sentence).length > 0 ? 1 : OTHER_EVENT
}

function formEvidence(form: Form, question: Question, sentence: ReadSentence): number {
  switch (form.asks) {
    case 'long form':
      return longFormEvidence(form.of, sentence)
    case 'speech':
      return speechEvidence(form.by, sentence)
    case 'office':
      return officeEvidence(form.of, sentence)
    case 'holder':
      return holderEvidence(form.office, question, sentence)
  }
}
