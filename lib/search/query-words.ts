import { isSuffixing, possibleNames } from '@/lib/language/apostrophes'
import { isWrittenIn } from '@/lib/language/script'
import { isFunctionWord, termOf } from '@/lib/language/terms'
import { isEliding, wordSpans } from '@/lib/language/word-spans'

/** A word of a query, and the terms under which articles that have it are found: the first is that of its language. */
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

/** L’hôpital, d'Arc. */
const ELIDED = /(?<!\p{L})(?:[cdjlmnst]|qu)['’]\p{L}/iu

/** The language by whose rules a query is cut into words, of those of the site. */
function cutBy(text: string, languages: readonly string[]): string | undefined {
  return (ELIDED.test(text) && languages.find(isEliding)) || languages[0]
}

/** The words of a query that are looked for, each once; `languages` are those of the archive, the likeliest first. */
export function queryWords(text: string, languages: readonly string[]): QueryWord[] {
  const found = new Map<string, QueryWord>()
  for (const { word, start, end } of wordSpans(text, cutBy(text, languages))) {
    const raw = text.slice(start, end)
    const names = possibleNames(raw, languages.some(isSuffixing))
    const terms = [
      ...new Set([
        ...termsOf(word, languages, raw),
        ...names.flatMap((name) => termsOf(name, languages)),
      ]),
    ]
    if (terms.length === 0 || found.has(word)) continue
    found.set(word, { word, terms, common: isFunctionWord(word, languageOf(word, languages)) })
  }
  const all = [...found.values()]
  const telling = all.filter(({ word, terms }) => !QUESTION_WORDS.has(word) || terms.length > 1)
  return telling.length > 0 ? telling : all
}

/** The languages that a word may be of: those that are written in its letters, or else the first. */
export function languagesOf(word: string, languages: readonly string[]): readonly string[] {
  const written = languages.filter((lang) => isWrittenIn(word, lang))
  return written.length > 0 ? written : languages.slice(0, 1)
}

/** The one of them that it is likeliest of. */
export const languageOf = (word: string, languages: readonly string[]): string | undefined =>
  languagesOf(word, languages)[0]

/** The terms of a folded word in each language of the archive, none where it says nothing in its own. */
export function termsOf(word: string, languages: readonly string[], raw = word): string[] {
  const acronym = ACRONYM_TERMS[word]
  const short = acronym?.raw.test(raw) && languages.includes('en') ? [acronym.term] : []
  const first = languageOf(word, languages)
  if (termOf(word, first) === '') return short
  const terms = [first, ...languages.filter((lang) => mayHold(lang, word))].map((lang) =>
    termOf(word, lang),
  )
  return [...new Set([...short, ...terms])].filter((term) => term !== '')
}

/** Texts of every language hold Latin words, names above all. */
const mayHold = (lang: string, word: string) => LATIN.test(word) || isWrittenIn(word, lang)
const LATIN = /^\p{sc=Latn}/u

/** A phrase as full-text search finds it: its terms in a row, as each language of the archive has them. */
export function phraseTerms(phrase: string, languages: readonly string[]): string[] {
  const rows = languages.map((lang) =>
    wordSpans(phrase, lang)
      .map(({ word }) => termOf(word, lang))
      .filter((term) => term !== '')
      .join(' '),
  )
  return [...new Set(rows)].filter((row) => row !== '')
}
