import { NO_NAMES } from '@/lib/language/name-words'
import { isFunctionWord } from '@/lib/language/terms'
import { wordSpans } from '@/lib/language/word-spans'
import { askedTerm } from './asked-term'

export const wordSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

const termsOf = (words: readonly { word: string }[]): string[] =>
  words.map(({ word }) => askedTerm(word)).filter((term) => term !== '')

/** The terms of a piece of an English question, without words that only join. */
export const contentTerms = (text: string): string[] =>
  termsOf(wordSpans(text).filter(({ word }) => !isFunctionWord(word)))

/** The terms of the names in it. */
export const nameTerms = (text: string): string[] =>
  termsOf(
    wordSpans(text).filter(
      ({ word, start }) => /\p{Lu}/u.test(text.charAt(start)) && !NO_NAMES.has(word),
    ),
  )
