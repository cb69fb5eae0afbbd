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

export type NamedInQuestion = { surface: string; terms: readonly string[] }

const NAME = /\p{Lu}[\p{L}\p{N}.&’'-]*(?:\s\p{Lu}[\p{L}\p{N}.&’'-]*)*/gu
const POSSESSIVE = /['’]s?$/

/** The names in an English question, as it writes them. */
export const namesInQuestion = (text: string): NamedInQuestion[] =>
  [...text.matchAll(NAME)].flatMap(({ 0: found, index }) => {
    const written = index === 0 ? found.replace(/^\S+\s?/, '') : found
    const surface = written.replace(POSSESSIVE, '')
    const terms = nameTerms(surface)
    return terms.length > 0 ? [{ surface, terms }] : []
  })
