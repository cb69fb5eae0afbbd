import { alikeTo } from '../question/words-alike'
import { areKin, type ReadSentence } from '../sentence-terms'

/** Where a sentence has a term. */
export const placesOf = (term: string, { words }: ReadSentence): number[] =>
  words.flatMap((word, i) => (word.term === term ? [i] : []))

/** Where a sentence has a term, or one of its family or meaning. */
export function placesLike(term: string, { words }: ReadSentence): number[] {
  const alike = alikeTo(term)
  return words.flatMap((word, i) =>
    word.term === term || alike.has(word.term) || areKin(word.term, term) ? [i] : [],
  )
}
