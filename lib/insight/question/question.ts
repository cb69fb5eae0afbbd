import { isFunctionWord, termOf } from '@/lib/language/terms'
import { visitWords } from '@/lib/language/word-spans'
import { type ExpectedAnswer, expectedAnswer } from './expected-answer'
import { questionsIn } from './question-languages'
import { baseForm, formsOf } from './verb-forms'

/** A question as ranking sees it. */
export type Question = {
  /** What it is about: distinct terms in their order. */
  terms: string[]
  /** Words that join or ask (before, first, two …): they tell sentences apart a little. */
  joining: Set<string>
  /** Those of its terms that name somebody or something or are numbers: an answer about another one is none. */
  exact: Set<string>
  /** Neighbouring terms, as `pairOf` writes them. */
  pairs: Set<string>
  /** Its folded words. */
  words: Set<string>
  expected: ExpectedAnswer
}

/** A question is a sentence or two; what is pasted beyond that is not read, so that time stays bounded. */
const LONGEST_QUESTION = 500
const MOST_TERMS = 24

/** How names and numbers begin; a text without small letters doesn't tell, nor does German, where every noun has a capital. */
const NAME_OR_NUMBER = /^[\p{Lu}\p{Nd}]/u
const NUMBER = /^\p{Nd}/u
const beginningOfExact = (text: string, lang: string | undefined) =>
  /\p{Ll}/u.test(text) && !/^(?:de|lb)\b/i.test(lang ?? '') ? NAME_OR_NUMBER : NUMBER

export const pairOf = (first: string, second: string) => `${first} ${second}`

/** Reads a question, whatever it is; one of joining words alone ("Who is who?") is about those. */
export function readQuestion(text: string, lang?: string): Question {
  const asked = text.slice(0, LONGEST_QUESTION).normalize('NFC')
  const sequence: string[] = []
  const joining = new Set<string>()
  const words = new Set<string>()
  const exact = new Set<string>()
  const isExact = beginningOfExact(asked, lang)
  const { grammar, asking, which, kinds } = questionsIn(lang)
  let previous = ''
  visitWords(asked, lang, (word, start) => {
    const isKind = which.has(previous) && kinds.has(word)
    previous = word
    words.add(word)
    const term = askedTerm(word, lang)
    if (term === '' || grammar.has(word) || grammar.has(term)) return
    if (isFunctionWord(word, lang) || asking.has(word) || isKind) joining.add(term)
    else if (sequence.length < MOST_TERMS) {
      sequence.push(term)
      if (words.size > 1 && isExact.test(asked.slice(start, start + 2))) exact.add(term)
    }
  })
  const pairs = new Set(sequence.slice(1).map((term, i) => pairOf(sequence[i] ?? '', term)))
  const about = sequence.length > 0 ? sequence : [...joining].slice(0, MOST_TERMS)
  return {
    terms: [...new Set(about)],
    joining,
    exact,
    pairs,
    words,
    expected: expectedAnswer(asked, lang),
  }
}

/** The term under which words are compared with a question's: all forms of an English verb are one. */
export function askedTerm(word: string, lang?: string): string {
  return termOf(isEnglish(lang) ? baseForm(word) : word, lang)
}

const isEnglish = (lang: string | undefined) => lang === undefined || /^en\b/i.test(lang)

/** The terms that English articles have for a term of a question. */
export const indexedTerms = (term: string): string[] => formsOf(term).map((form) => termOf(form))

/** The terms of a question as articles in these languages may have them. */
export function termsInAnyLanguage(text: string, languages: readonly string[]): string[] {
  const found = languages.flatMap((lang) => readQuestion(text, lang).terms)
  return [...new Set(found.flatMap((term) => [term, ...indexedTerms(term)]))]
}
