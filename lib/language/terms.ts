import { stemmer } from 'stemmer'
import { FUNCTION_WORDS_OF } from './data/function-words'
import { primaryLanguage, stemmingOf } from './stems/stem'
import { ENGLISH_STOP_WORDS, FUNCTION_WORDS, UNSPACED_STOP_WORDS } from './stop-words'
import { type KnownWord, Vocabulary } from './vocabulary'
import { visitWords } from './word-spans'

/** A term and the position of its word in the text (UTF-16 units). */
export type TermSpan = { term: string; start: number; end: number }

/** Words whose stem would be that of another word in the news, and common irregular forms. */
const STEMS = new Map(
  Object.entries({
    news: 'news',
    men: 'man',
    women: 'woman',
    children: 'child',
    usa: 'usa',
  }),
)

const PLAIN_WORD = /^[a-z]+$/

function englishTerm(word: string): string {
  if (ENGLISH_STOP_WORDS.has(word) || UNSPACED_STOP_WORDS.has(word)) return ''
  return STEMS.get(word) ?? (PLAIN_WORD.test(word) ? stemmer(word) : word)
}

const joinsEnglish = (word: string) => FUNCTION_WORDS.has(word) || ENGLISH_STOP_WORDS.has(word)

const english = new Vocabulary({
  termOf: englishTerm,
  joins: joinsEnglish,
  ranksJoining: false,
})

/** By the first part of a language's tag. */
const vocabularies = new Map([['en', english]])
/** By whole tags, as articles have them. */
const known = new Map<string, Vocabulary>()
/** No paper has as many languages; past them the map starts afresh. */
const MAX_KNOWN = 100

/** The words of texts in a language, a BCP 47 tag; without one the text is taken for English. */
export function vocabularyOf(lang?: string): Vocabulary {
  if (lang === undefined) return english
  const found = known.get(lang)
  if (found !== undefined) return found
  if (known.size >= MAX_KNOWN) known.clear()
  const language = primaryLanguage(lang)
  const vocabulary = vocabularies.get(language) ?? makeVocabulary(language)
  vocabularies.set(language, vocabulary)
  known.set(lang, vocabulary)
  return vocabulary
}

function makeVocabulary(language: string): Vocabulary {
  const { stem, letters, parts } = stemmingOf(language) ?? {}
  const listed = FUNCTION_WORDS_OF[language]
  const joining = new Set(listed?.trim().split(/\s+/))
  const joins = listed === undefined ? joinsEnglish : (word: string) => joining.has(word)
  const isStemmed = (word: string) => letters?.test(word) && !joining.has(word)
  return new Vocabulary({
    termOf: (word) => {
      if (UNSPACED_STOP_WORDS.has(word)) return ''
      return stem && isStemmed(word) ? stem(word) : word
    },
    partsOf: parts,
    joins,
    // Without a list the words of English are all that is known of joining.
    ranksJoining: listed === undefined,
  })
}

/** Whether a folded word only joins sentences, so that sharing it makes no two texts alike. */
export const isFunctionWord = (word: string, lang?: string): boolean =>
  vocabularyOf(lang).joins(word)

/** What is known of a folded word. */
export function knownWord(word: string, lang?: string): KnownWord {
  const vocabulary = vocabularyOf(lang)
  vocabulary.makeRoom()
  return vocabulary.wordOf(word)
}

/** The term of a folded word: its stem as far as the language's are known, '' for a stop word. */
export const termOf = (word: string, lang?: string): string => knownWord(word, lang).term

/**
 * What a plain text is indexed under, in its order: folded words without stop words, stemmed.
 * A term is letters, marks and digits only. `lang` is a BCP 47 tag; without one the text is taken for English.
 */
export function terms(text: string, lang?: string): string[] {
  const found: string[] = []
  visitWords(text, lang, (word) => {
    const term = termOf(word, lang)
    if (term !== '') found.push(term)
  })
  return found
}

/** The terms of a text with their places, for marking them or showing them as they were written. */
export function termSpans(text: string, lang?: string): TermSpan[] {
  const spans: TermSpan[] = []
  visitWords(text, lang, (word, start, end) => {
    const term = termOf(word, lang)
    if (term !== '') spans.push({ term, start, end })
  })
  return spans
}
