import { isFunctionWord } from '@/lib/language/terms'
import { visitWords } from '@/lib/language/word-spans'
import { askedTerm, indexedTerms, isEnglish } from './asked-term'
import { type EnglishQuestion, parseEnglishQuestion } from './english-question'
import { type ExpectedAnswer, expectedAnswer } from './expected-answer'
import { questionsIn } from './question-languages'
import { type ShortForm, shortForms } from './short-forms'

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
  /** Those of its terms that are written in capitals, as letters of a name are. */
  acronyms: Set<string>
  /** Its names of several words with their initials. */
  shortNames: readonly ShortForm[]
  expected: ExpectedAnswer
  /** What more is understood of a question in English to a text in English. */
  english?: EnglishQuestion | undefined
}

/** A question is a sentence or two; what is pasted beyond that is not read, so that time stays bounded. */
const LONGEST_QUESTION = 500
const MOST_TERMS = 24

/** How names and numbers begin; a text without small letters doesn't tell, nor does German, where every noun has a capital. */
const NAME_OR_NUMBER = /^[\p{Lu}\p{Nd}]/u
const NUMBER = /^\p{Nd}/u
const beginningOfExact = (text: string, lang: string | undefined) =>
  /\p{Ll}/u.test(text) && !/^(?:de|lb)\b/i.test(lang ?? '') ? NAME_OR_NUMBER : NUMBER

const ACRONYM = /^\p{Lu}[\p{Lu}\p{Nd}.-]+$/u

export const pairOf = (first: string, second: string) => `${first} ${second}`

/** Reads a question, whatever it is; one of joining words alone ("Who is who?") is about those. */
export function readQuestion(text: string, lang?: string): Question {
  const asked = text.slice(0, LONGEST_QUESTION).normalize('NFC')
  const sequence: string[] = []
  const joining = new Set<string>()
  const words = new Set<string>()
  const exact = new Set<string>()
  const acronyms = new Set<string>()
  const isExact = beginningOfExact(asked, lang)
  const { grammar, asking, which, kinds } = questionsIn(lang)
  const english = isEnglish(lang) ? parseEnglishQuestion(asked) : undefined
  let previous = ''
  visitWords(asked, lang, (word, start, end) => {
    const isKind = which.has(previous) && kinds.has(word)
    previous = word
    words.add(word)
    const term = askedTerm(word, lang)
    if (term === '' || english?.excluded.has(term) || grammar.has(word) || grammar.has(term)) return
    const isVerb = term === 'go' && term === english?.relation
    if (
      (isFunctionWord(word, lang) && !isVerb) ||
      asking.has(word) ||
      isKind ||
      english?.asking.has(term)
    )
      joining.add(term)
    else if (sequence.length < MOST_TERMS) {
      sequence.push(term)
      if (words.size > 1 && isExact.test(asked.slice(start, start + 2))) exact.add(term)
      if (ACRONYM.test(asked.slice(start, end))) acronyms.add(term)
    }
  })
  if (english?.replaced) joining.add(askedTerm('instead'))
  const pairs = new Set(sequence.slice(1).map((term, i) => pairOf(sequence[i] ?? '', term)))
  const about = sequence.length > 0 ? sequence : [...joining].slice(0, MOST_TERMS)
  return {
    terms: [...new Set(about)],
    joining,
    exact,
    acronyms,
    shortNames: english ? shortForms(asked) : [],
    pairs,
    words,
    expected: expectedAnswer(asked, lang),
    english,
  }
}

/** The terms of a question as articles in these languages may have them. */
export function termsInAnyLanguage(text: string, languages: readonly string[]): string[] {
  const found = languages.flatMap((lang) => readQuestion(text, lang).terms)
  return [...new Set(found.flatMap((term) => [term, ...indexedTerms(term)]))]
}
