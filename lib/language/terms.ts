import { stemmer } from 'stemmer'
import { ENGLISH_STOP_WORDS, FUNCTION_WORDS, UNSPACED_STOP_WORDS } from './stop-words'
import { type KnownWord, Vocabulary } from './vocabulary'
import { visitWords } from './word-spans'

/** A term and where its word stands in the text (UTF-16 units). */
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

/** Whether a folded English word only joins sentences, so that sharing it makes no two texts alike. */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word) || ENGLISH_STOP_WORDS.has(word)
}

const english = new Vocabulary({
  termOf: englishTerm,
  joins: isFunctionWord,
  ranksJoining: false,
})
const other = new Vocabulary({
  termOf: (word) => (UNSPACED_STOP_WORDS.has(word) ? '' : word),
  joins: isFunctionWord,
  ranksJoining: true,
})

/** The words of texts in a language, a BCP 47 tag; without one the text is taken for English. */
export const vocabularyOf = (lang?: string): Vocabulary =>
  lang === undefined || /^en\b/i.test(lang) ? english : other

/** What is known of a folded word. */
export function knownWord(word: string, lang?: string): KnownWord {
  const vocabulary = vocabularyOf(lang)
  vocabulary.makeRoom()
  return vocabulary.wordOf(word)
}

/** The term of a folded word: its stem in English, itself in other languages, '' for a stop word. */
export const termOf = (word: string, lang?: string): string => knownWord(word, lang).term

/**
 * What a plain text is indexed under, in its order: folded words without stop words, stemmed when English.
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
