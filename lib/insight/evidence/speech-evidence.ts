import { SPEECH_NOUNS, SPEECH_VERBS } from '../question/data/speech-verbs-en'
import type { ReadSentence } from '../sentence-terms'
import { nameRuns } from './name-runs'
import { placesOf } from './term-places'

/** So many words may come between speakers and their verb. */
const VERB_AFTER = 8
const VERB_BEFORE = 5

/** For "what did X say": X speaks in the sentence: "Jost said", "…,' said Hegseth". */
export function speechEvidence(by: readonly string[], sentence: ReadSentence): number {
  const { text, words } = sentence
  const places = placesOf(by.at(-1) ?? '', sentence)
  if (places.some((at) => SPEECH_NOUNS.test(words[at]?.word ?? ''))) return 1
  const verbs = words.flatMap(({ word }, i) => (SPEECH_VERBS.has(word) ? [i] : []))
  const speaks = places.some((at) =>
    verbs.some((verb) =>
      verb > at
        ? verb - at <= VERB_AFTER && !isAnotherBetween(at, verb, sentence)
        : at - verb <= VERB_BEFORE && /[,.!?]['"’”]?\s*$/.test(text.slice(0, words[verb]?.start)),
    ),
  )
  return speaks ? 1 : 0
}

/** "Ishiba, whom Trump called …": another name between a speaker and a verb is its subject. */
function isAnotherBetween(from: number, to: number, { text, words }: ReadSentence): boolean {
  const between = text.slice(words[from]?.end, words[to]?.start)
  return !between.includes(',') && nameRuns({ text, words: words.slice(from + 1, to) }).length > 0
}
