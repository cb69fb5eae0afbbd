import { primaryLanguage } from '@/lib/language/stems/stem'
import type { QuestionLanguage } from './data/question-language'
import { GERMAN } from './data/questions-de'
import { ENGLISH } from './data/questions-en'
import { SPANISH } from './data/questions-es'
import { FRENCH } from './data/questions-fr'
import { JAPANESE } from './data/questions-ja'
import { KOREAN } from './data/questions-ko'
import { CHINESE } from './data/questions-zh'

type Words = 'numbers' | 'asking' | 'grammar' | 'which' | 'kinds'

/** The same with its lists of words as sets. */
export type KnownQuestions = Omit<QuestionLanguage, Words> & Record<Words, ReadonlySet<string>>

const set = (words: string) => new Set(words.trim().split(/\s+/))

const known = (language: QuestionLanguage): KnownQuestions => ({
  ...language,
  numbers: set(language.numbers),
  asking: set(language.asking),
  grammar: set(language.grammar),
  which: set(language.which),
  kinds: set(language.kinds),
})

const english = known(ENGLISH)

const LANGUAGES = new Map([
  ['en', english],
  ['de', known(GERMAN)],
  ['es', known(SPANISH)],
  ['fr', known(FRENCH)],
  ['ja', known(JAPANESE)],
  ['ko', known(KOREAN)],
  ['zh', known(CHINESE)],
])

/** What is known of questions in a language, a BCP 47 tag; without one, and where nothing is, what is of English. */
export const questionsIn = (lang: string | undefined): KnownQuestions =>
  LANGUAGES.get(primaryLanguage(lang ?? 'en')) ?? english

/** Whether questions about a text in this language are understood: what an answer looks like is known of it. */
export const canAsk = (lang: string): boolean => LANGUAGES.has(primaryLanguage(lang))

/** The ways to ask of each language, that of the text before all others. */
export const waysToAsk = (lang: string | undefined): readonly KnownQuestions[] => [
  questionsIn(lang),
  ...LANGUAGES.values(),
]
