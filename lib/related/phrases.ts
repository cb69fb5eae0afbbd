import { isFunctionWord, termOf } from '@/lib/language/terms'
import { visitWords, type WordSpan } from '@/lib/language/word-spans'

export type ReasonText = { title: string; text: string; lang?: string; tags: readonly string[] }

/** A word or a name of an article, as the article writes it. */
export type Phrase = {
  surface: string
  /** The terms of its words. */
  terms: string[]
  count: number
  /** It is in the headline or a tag. */
  prominent: boolean
  /** It is capitalised in the middle of a sentence, and never in lower case. */
  name: boolean
  /** One of its words also appears outside longer names: Akazawa, but not the Bank in Bank of Japan. */
  alone: boolean
}

export type Phrases = ReadonlyMap<string, Phrase>

/** The first pages of a story say what it is about; a long story isn't read to its end for six words. */
const MAX_CHARACTERS = 2_000
/** Longer runs of capitalised words are headings or lists, not names. */
const MAX_NAME_WORDS = 3
/** Shorter words say nothing alone, unless they are capitals: EU, UN. */
const MIN_LETTERS = 3

type Token = WordSpan & {
  capital: boolean
  /** It starts a sentence or a quotation. */
  opens: boolean
  /** Only a space or a hyphen comes before it. */
  joined: boolean
  /** It is part of a compound, which may mean something else: Self-Defense. */
  hyphenated: boolean
  /** It ends a name: "AMD's Opteron" contains two. */
  possessive: boolean
  /** It may serve as a reason alone. */
  telling: boolean
}

/** Words that tell a reader nothing about the subject: months, offices, and words that any report may use. */
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
  step support united team thing think today turn view woman word work world`.split(/\s+/),
)

/**
 * The words and names of an article by their folded form, to tell a reader what it is about. Names of several words come
 * only from the text, since a headline may capitalise every word.
 */
export function phrasesOf(article: ReasonText): Phrases {
  const seen: Seen = new Map()
  for (const part of [article.title, ...article.tags]) {
    for (const token of tokensOf(part, article.lang))
      if (token.telling && !token.hyphenated) see(seen, part, [token], 'prominent', article.lang)
  }
  const text = article.text.slice(0, MAX_CHARACTERS)
  const tokens = tokensOf(text, article.lang)
  tokens.forEach((token, i) => {
    if (token.telling && !token.hyphenated) {
      const phrase = see(
        seen,
        text,
        [token],
        token.capital && !token.opens ? 'name' : 'word',
        article.lang,
      )
      phrase.alone ||= !isPart(tokens[i - 1], token) && !isPart(token, tokens[i + 1])
    }
    if (!token.capital || (!token.telling && !opensName(token))) return
    for (let words = 2; words <= MAX_NAME_WORDS; words++) {
      const run = [token, ...tokens.slice(i + 1, i + words)] as const
      if (run.length < words || !isName(run)) break
      if (isWhole(text, run)) see(seen, text, run, 'name', article.lang)
    }
  })
  return seen
}

/** Two words of one name. */
const isPart = (before: Token | undefined, after: Token | undefined) =>
  before?.capital === true && after?.capital === true && after.joined && !before.possessive

type Seen = Map<string, Phrase & { small: boolean }>
type Sight = 'prominent' | 'name' | 'word'

function see(
  seen: Seen,
  text: string,
  tokens: readonly [Token, ...Token[]],
  as: Sight,
  lang: string | undefined,
) {
  const [first] = tokens
  const key = tokens.length === 1 ? first.word : tokens.map(({ word }) => word).join(' ')
  const small = tokens.length === 1 && !first.capital
  const capital = as === 'name'
  const known = seen.get(key)
  if (known === undefined) {
    const made = {
      surface: surfaceOf(text, tokens),
      terms: tokens.map(({ word }) => termOf(word, lang)),
      ...{ count: 1, prominent: as === 'prominent', name: capital, small, alone: false },
    }
    seen.set(key, made)
    return made
  }
  known.count += 1
  known.prominent ||= as === 'prominent'
  // The spelling inside a sentence shows whether it is a name; the spelling at its start doesn't.
  if ((small && !known.small) || (capital && !known.name && !known.small))
    known.surface = surfaceOf(text, tokens)
  known.small ||= small
  known.name = (known.name || capital) && !known.small
  return known
}

function tokensOf(text: string, lang: string | undefined): Token[] {
  const tokens: Token[] = []
  // German capitalises every noun, so a capital there doesn't mean a name.
  const namesHaveCapitals = !/^(?:de|lb)\b/i.test(lang ?? '')
  let last = 0
  visitWords(text, lang, (word, start, end) => {
    const plain = last > 0 && start === last + 1 && text.charCodeAt(last) === SPACE
    const capital = namesHaveCapitals && isCapital(text, start)
    tokens.push({
      word,
      start,
      end,
      capital,
      hyphenated: isHyphen(text, start - 1) || isHyphen(text, end),
      possessive: capital && /['’]s?$/i.test(text.slice(start, end)),
      opens: !plain && (last === 0 || /[.!?:;\n"“”‘(]/.test(text.slice(last, start))),
      joined: plain || (last > 0 && start === last + 1 && isHyphen(text, last)),
      telling: isTelling(word, capital && isCapital(text, end - 1), lang),
    })
    last = end
  })
  return tokens
}

const SPACE = 32
const isHyphen = (text: string, index: number) => {
  const unit = text.charCodeAt(index)
  return unit === 45 || unit === 0x2010 || unit === 0x2011
}

/** Most characters are small ASCII letters, which are recognised without making a string of each. */
function isCapital(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  if (unit < 128) return unit >= 65 && unit <= 90
  const letter = text.charAt(index)
  return letter !== letter.toLowerCase()
}

/** Whether a run of words includes any compound at its ends as a whole. */
function isWhole(text: string, run: readonly Token[]): boolean {
  const [first, last] = [run[0], run.at(-1)]
  return !isHyphen(text, (first?.start ?? 0) - 1) && !isHyphen(text, last?.end ?? 0)
}

function isTelling(word: string, acronym: boolean, lang: string | undefined) {
  if (word.length < MIN_LETTERS && !(acronym && word.length > 1) && !/\p{sc=Han}/u.test(word))
    return false
  if (EMPTY_WORDS.has(word) || isFunctionWord(word, lang)) return false
  const letter = word.charCodeAt(0)
  const digit = letter < 128 ? letter < 65 : /^\p{N}/u.test(word)
  return !digit && termOf(word, lang) !== ''
}

/** In New York and the United States the first word belongs to the name, although it says nothing alone. */
const opensName = ({ word, capital }: Token) =>
  capital && /^(?:new|world|national|united)$/.test(word)

function isName(run: readonly Token[]): boolean {
  return run.every((token, i) => {
    const part = token.capital && (token.telling || (i === 0 && opensName(token)))
    return part && (i === 0 || (token.joined && !run[i - 1]?.possessive))
  })
}

/** As written, without a possessive ending. */
function surfaceOf(text: string, tokens: readonly Token[]): string {
  const written = text.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0)
  return written.replace(/['’]s?$/i, '')
}
