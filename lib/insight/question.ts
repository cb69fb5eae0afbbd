import { isFunctionWord, termOf } from '@/lib/article/terms'
import { visitWords } from '@/lib/article/word-spans'
import { type ExpectedAnswer, expectedAnswer } from './expected-answer'
import { baseForm, formsOf } from './verb-forms'

/** A question as ranking sees it. */
export type Question = {
  /** What it is about: distinct terms in their order. */
  terms: string[]
  /** Words that join or ask (before, first, two …): they tell sentences apart a little. */
  joining: Set<string>
  /** Neighbouring terms, as `pairOf` writes them. */
  pairs: Set<string>
  /** Its folded words. */
  words: Set<string>
  expected: ExpectedAnswer
}

/** A question is a sentence or two; what is pasted beyond that is not read, so that time stays bounded. */
const LONGEST_QUESTION = 500
const MOST_TERMS = 24

/** Words that ask for something without being what is asked for: "What kind of …", "What happened …". */
const ASKING = new Set([
  'happen',
  'happens',
  'happened',
  'happening',
  'kind',
  'kinds',
  'sort',
  'type',
  'types',
  'name',
  'names',
  'called',
])

/** After "what" or "which" these say what kind of answer is wanted; the sentence that has it seldom says so too. */
const KINDS_OF_ANSWER = new Set(
  `country city state place town village location continent region county area street person man woman people
  company group organization team date number percentage percent amount age reason job profession position
  nationality color colour language event thing things word item object month day year decade`.split(
    /\s+/,
  ),
)

export const pairOf = (first: string, second: string) => `${first} ${second}`

/** Reads a question, whatever it is; one of joining words alone ("Who is who?") is about those. */
export function readQuestion(text: string, lang?: string): Question {
  const asked = text.slice(0, LONGEST_QUESTION).normalize('NFC')
  const sequence: string[] = []
  const joining = new Set<string>()
  const words = new Set<string>()
  let previous = ''
  visitWords(asked, lang, (word) => {
    const isKind = /^(?:what|which)$/.test(previous) && KINDS_OF_ANSWER.has(word)
    previous = word
    words.add(word)
    const term = askedTerm(word, lang)
    if (term === '') return
    if (isFunctionWord(word) || ASKING.has(word) || isKind) joining.add(term)
    else if (sequence.length < MOST_TERMS) sequence.push(term)
  })
  const pairs = new Set(sequence.slice(1).map((term, i) => pairOf(sequence[i] ?? '', term)))
  const about = sequence.length > 0 ? sequence : [...joining].slice(0, MOST_TERMS)
  return { terms: [...new Set(about)], joining, pairs, words, expected: expectedAnswer(asked) }
}

/** The term under which words are compared with a question's: all forms of an English verb are one. */
export function askedTerm(word: string, lang?: string): string {
  return termOf(isEnglish(lang) ? baseForm(word) : word, lang)
}

const isEnglish = (lang: string | undefined) => lang === undefined || /^en\b/i.test(lang)

/** The terms that articles have for a term of a question. */
export const indexedTerms = (term: string): string[] => formsOf(term).map((form) => termOf(form))

/**
 * The terms of a question as articles may have them: those of an English text are stemmed, those of a text in another
 * language are not.
 */
export function termsInAnyLanguage(text: string): string[] {
  const found = [undefined, 'und'].flatMap((lang) => readQuestion(text, lang).terms)
  return [...new Set(found.flatMap((term) => [term, ...indexedTerms(term)]))]
}
