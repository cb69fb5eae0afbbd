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

export type Phrases = ReadonlyMap<string, Phrase>

/** What a story is about it says in its first pages; a long one is not read to its end for six words. */
const MAX_CHARACTERS = 4_000
/** Longer runs of capitals are headings or lists, not names. */
const MAX_NAME_WORDS = 3
/** Shorter words say nothing by themselves, unless they are capitals: EU, UN. */
const MIN_LETTERS = 3

type Token = WordSpan & {
  surface: string
  capital: boolean
  /** It begins a sentence or a quotation. */
  opens: boolean
  /** Only a space or a hyphen stands before it. */
  joined: boolean
  /** It is a part of a compound, which may mean something else: Self-Defense. */
  hyphenated: boolean
}

/** Words that tell a reader nothing about the subject: months, offices, and what any report may say. */
const EMPTY_WORDS = new Set(
  `january february march april june july august september october november december jan feb mar apr jun jul aug
  sept sep oct nov dec pm am est edt gmt gov sen rep lt col gen capt sgt prof rev inc corp ltd
  prime minister ministers president presidential vice secretary senator governor director chairman chief official
  officials spokesman spokeswoman spokesperson agency
  add announce ask basis began begin bring call came case change comment continue continues cause date decide
  decision end expect face fact follow future happen high hold hour include increase involve issue issues key
  large lead leave level little local long look lot main major man means member members move national need
  number open order people person place plan point possible present problem public question reason receive
  recent remain report reports result return right set short show situation small special start state statement
  step support team thing think today turn view woman word work world`.split(/\s+/),
)

/**
 * The words and names of an article by their folded form: what a reader could be told that it is about. Names of
 * several words come from the text only, since a headline may have capitals throughout.
 */
export function phrasesOf(article: ReasonText): Phrases {
  const found = new Map<string, Phrase & { small: boolean }>()
  const see = (part: string, tokens: readonly Token[], prominent: boolean, capital: boolean) => {
    const key = tokens.map(({ word }) => word).join(' ')
    const surface = surfaceOf(part, tokens)
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
  for (const part of [article.title, ...article.tags]) {
    for (const token of tokensOf(part, article.lang))
      if (isTelling(token, article) && !token.hyphenated) see(part, [token], true, false)
  }
  const text = article.text.slice(0, MAX_CHARACTERS)
  const tokens = tokensOf(text, article.lang)
  tokens.forEach((token, i) => {
    const telling = isTelling(token, article)
    if (!telling && !opensName(token)) return
    if (telling && !token.hyphenated) see(text, [token], false, token.capital && !token.opens)
    for (let words = 2; words <= MAX_NAME_WORDS; words++) {
      const run = tokens.slice(i, i + words)
      if (run.length < words || !isName(run, article)) break
      if (isWhole(text, run)) see(text, run, false, true)
    }
  })
  return found
}

function tokensOf(text: string, lang: string | undefined): Token[] {
  let last = 0
  return wordSpans(text, lang).map((span) => {
    const between = text.slice(last, span.start)
    const opens = last === 0 || /[.!?:;\n"“”‘(]/.test(between)
    const joined = last > 0 && /^[ -]$/.test(between)
    const hyphenated = isHyphen(text, span.start - 1) || isHyphen(text, span.end)
    last = span.end
    const surface = text.slice(span.start, span.end)
    return { ...span, surface, capital: isCapital(surface), opens, joined, hyphenated }
  })
}

function isCapital(word: string): boolean {
  const first = word.charAt(0)
  return first !== first.toLowerCase()
}

const isHyphen = (text: string, index: number) => '-‐‑'.includes(text.charAt(index) || ' ')

/** Whether a run of words takes in the compounds at its ends whole. */
function isWhole(text: string, run: readonly Token[]): boolean {
  const [first, last] = [run[0], run.at(-1)]
  return !isHyphen(text, (first?.start ?? 0) - 1) && !isHyphen(text, last?.end ?? 0)
}

function isTelling({ word, surface, capital }: Token, { lang }: ReasonText): boolean {
  if (!/^\p{L}/u.test(word) || termOf(word, lang) === '') return false
  if (EMPTY_WORDS.has(word)) return false
  if ((lang === undefined || /^en\b/i.test(lang)) && isFunctionWord(word)) return false
  const acronym = capital && surface === surface.toUpperCase()
  return word.length >= MIN_LETTERS || (acronym && word.length > 1) || /\p{sc=Han}/u.test(word)
}

/** New York and the World Bank are no names without a first word that by itself says nothing. */
const opensName = ({ word, capital }: Token) => capital && /^(?:new|world|national)$/.test(word)

function isName(run: readonly Token[], article: ReasonText): boolean {
  return run.every((token, i) => {
    const part = token.capital && (isTelling(token, article) || (i === 0 && opensName(token)))
    // A possessive ends a name: in "AMD's Opteron" there are two.
    const possessive = i < run.length - 1 && /['’]s?$/i.test(token.surface)
    return part && !possessive && (i === 0 || token.joined)
  })
}

/** As written, without a possessive ending. */
function surfaceOf(text: string, tokens: readonly Token[]): string {
  const written = text.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0)
  return written.replace(/['’]s?$/i, '')
}
