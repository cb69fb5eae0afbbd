import { isFunctionWord, termOf } from '@/lib/article/terms'
import { type WordSpan, wordSpans } from '@/lib/article/word-spans'

export type ReasonText = { title: string; text: string; lang?: string; tags: readonly string[] }

/** A word or a name of an article, as it is written there. */
export type Phrase = {
  surface: string
  /** The terms of its words. */
  terms: string[]
  count: number
  /** It is in the headline or a tag. */
  prominent: boolean
  /** It has a capital in the middle of a sentence, and nowhere else a small letter. */
  name: boolean
}

/** Longer runs of capitals are headings or lists, not names. */
const MAX_NAME_WORDS = 3
/** Shorter words say nothing by themselves, unless they are capitals: EU, UN. */
const MIN_LETTERS = 3

type Token = WordSpan & { surface: string; capital: boolean; opens: boolean; joined: boolean }

/**
 * The words and names of an article by their folded form: what a reader could be told that it is about. Names of
 * several words come from the text only, since a headline may have capitals throughout.
 */
export function phrasesOf(article: ReasonText): Map<string, Phrase> {
  const found = new Map<string, Phrase & { small: boolean }>()
  const see = (tokens: readonly Token[], prominent: boolean, capital: boolean) => {
    const key = tokens.map(({ word }) => word).join(' ')
    const surface = surfaceOf(tokens)
    const terms = tokens.map(({ word }) => termOf(word, article.lang))
    const known = found.get(key)
    const small = tokens.length === 1 && tokens[0]?.capital === false
    if (known === undefined) {
      found.set(key, { surface, terms, count: 1, prominent, name: capital, small })
      return
    }
    known.count += 1
    known.prominent ||= prominent
    // The way it is written inside a sentence says whether it is a name, not how one begins.
    if ((small && !known.small) || (capital && !known.name && !known.small)) known.surface = surface
    known.small ||= small
    known.name = (known.name || capital) && !known.small
  }
  const parts = [article.title, ...article.tags]
  for (const part of parts)
    for (const token of tokensOf(part, article.lang))
      if (isTelling(token, article)) see([token], true, false)
  const tokens = tokensOf(article.text, article.lang)
  tokens.forEach((token, i) => {
    if (!isTelling(token, article)) return
    see([token], false, token.capital && !token.opens)
    for (let words = 2; words <= MAX_NAME_WORDS; words++) {
      const run = tokens.slice(i, i + words)
      if (run.length < words || !isName(run, article)) break
      see(run, false, true)
    }
  })
  return found
}

function tokensOf(text: string, lang: string | undefined): Token[] {
  let last = 0
  return wordSpans(text, lang).map((span) => {
    const between = text.slice(last, span.start)
    const joined = last > 0 && /^[ -]$/.test(between)
    const opens =
      last === 0 || /[.!?:;\n"“”‘(]/.test(between) || /\.$/.test(text.slice(last - 1, last))
    last = span.end
    const surface = text.slice(span.start, span.end)
    return { ...span, surface, capital: /^\p{Lu}/u.test(surface), opens, joined }
  })
}

function isTelling({ word, surface, capital }: Token, { lang }: ReasonText): boolean {
  if (!/^\p{L}/u.test(word) || termOf(word, lang) === '') return false
  if ((lang === undefined || /^en\b/i.test(lang)) && isFunctionWord(word)) return false
  const acronym = capital && surface === surface.toUpperCase()
  return word.length >= MIN_LETTERS || (acronym && word.length > 1) || /\p{sc=Han}/u.test(word)
}

function isName(run: readonly Token[], article: ReasonText): boolean {
  return run.every(
    (token, i) => token.capital && isTelling(token, article) && (i === 0 || token.joined),
  )
}

/** As written, without a possessive ending. */
function surfaceOf(tokens: readonly Token[]): string {
  return tokens
    .map(({ surface }) => surface)
    .join(' ')
    .replace(/['’]s?$/i, '')
}
