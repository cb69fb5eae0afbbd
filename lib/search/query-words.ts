import { isFunctionWord, termOf } from '@/lib/language/terms'
import { wordSpans } from '@/lib/language/word-spans'

/** A word of a query, and the terms under which articles that have it are found: the first is the English one. */
export type QueryWord = {
  word: string
  terms: string[]
  /** So common that it tells nothing of where to look. */
  common: boolean
}

/** Words that ask and don't say what about; a query of nothing else is taken at its word. */
const QUESTION_WORDS = new Set(
  'what who whom whose which when where why how do does did can could would should'.split(' '),
)

/** Acronyms that are another word in small letters; see word-spans.ts. Typed, both may be meant. */
const ACRONYM_TERMS: Record<string, { term: string; raw: RegExp }> = {
  us: { term: 'usa', raw: /^us$/i },
  who: { term: 'whoabbr', raw: /^WHO$/ },
  it: { term: 'itabbr', raw: /^IT$/ },
}

/** No index holds the terms of other languages' articles but unstemmed. */
const UNSTEMMED = 'und'

/** The words of a query that are looked for, each once. */
export function queryWords(text: string): QueryWord[] {
  const found = new Map<string, QueryWord>()
  for (const { word, start, end } of wordSpans(text)) {
    const terms = termsOf(word, text.slice(start, end))
    if (terms.length === 0 || found.has(word)) continue
    found.set(word, { word, terms, common: isFunctionWord(word) })
  }
  const all = [...found.values()]
  const telling = all.filter(({ word, terms }) => !QUESTION_WORDS.has(word) || terms.length > 1)
  return telling.length > 0 ? telling : all
}

/** The same folded word finds English articles by its stem, others as it is. */
export function termsOf(word: string, raw = word): string[] {
  const acronym = ACRONYM_TERMS[word]
  const english = termOf(word)
  return [
    ...new Set([
      ...(acronym?.raw.test(raw) ? [acronym.term] : []),
      ...(english === '' ? [] : [english, termOf(word, UNSTEMMED)]),
    ]),
  ].filter((term) => term !== '')
}

/** A phrase as full-text search finds it: its terms in a row, in English and in other languages. */
export function phraseTerms(phrase: string): string[] {
  const spans = wordSpans(phrase)
  const rows = [
    spans.map(({ word, start, end }) => termsOf(word, phrase.slice(start, end))[0] ?? ''),
    spans.map(({ word }) => termOf(word, UNSTEMMED)),
  ]
  const joined = rows.map((row) => row.filter((term) => term !== '').join(' '))
  return [...new Set(joined)].filter((row) => row !== '')
}
