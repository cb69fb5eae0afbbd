import { termOf } from '@/lib/language/terms'
import { baseForm, formsOf } from './verb-forms'

export const isEnglish = (lang: string | undefined) => lang === undefined || /^en\b/i.test(lang)

/** The term under which words are compared with a question's: all forms of an English verb are one. */
export function askedTerm(word: string, lang?: string): string {
  return termOf(isEnglish(lang) ? baseForm(word) : word, lang)
}

/** The terms that English articles have for a term of a question. */
export const indexedTerms = (term: string): string[] => formsOf(term).map((form) => termOf(form))
