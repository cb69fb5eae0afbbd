import { primaryLanguage } from './stems/stem'
import { isFunctionWord, termOf } from './terms'
import { visitWords, type WordSpan } from './word-spans'

/** Two or three words that a text says together again and again: defense spending, trains de nuit, 関税交渉. */
export type NounPhrase = {
  /** As the text writes it most often. */
  surface: string
  /** Its folded words, and their terms. */
  words: string[]
  terms: string[]
  count: number
  /** Where it comes first, in words from the beginning. */
  first: number
}

const LONGEST = 3
/** So that the time for a book stays bounded; it has said by then what it is about. */
const LONGEST_TEXT = 60_000
const FEWEST_LETTERS = 3

/** Words that join two nouns of one thing, by language; elsewhere its words are neighbours. */
const JOINS: Record<string, ReadonlySet<string>> = {
  en: new Set(['of']),
  fr: new Set(['de', 'du', 'des', 'd']),
  es: new Set(['de', 'del']),
  pt: new Set(['de', 'do', 'da', 'dos', 'das']),
  it: new Set(['di', 'del', 'della', 'dei', 'delle']),
}
/** In these an adjective follows its noun, so it may end a phrase. */
const ADJECTIVES_FOLLOW = new Set(['fr', 'es', 'pt', 'it', 'ar', 'he'])
/** A capital tells a noun, and one noun may be several: Grundwasserspiegel. */
const COMPOUNDS = new Set(['de', 'lb'])
const FEWEST_LETTERS_OF_COMPOUND = 10
/** Scripts without spaces between words; the letters of Japanese grammar are in none of these. */
const UNSPACED = /^[\p{sc=Han}\p{sc=Katakana}ー]+$/u
const FEWEST_SIGNS = 4

/** Endings of English adjectives, adverbs and verbs, none of which ends a noun phrase. */
const NO_NOUN = /(?:ly|[^e]ed|ous|ful|less|able|ible|[^t]ive|[^m]ic|ical|[^iv]al|ish)$/
/** Nouns with such an ending are common enough to name. */
const NOUNS = new Set(
  'capital hospital trial proposal arrival approval renewal removal withdrawal criminal animal journal official rival signal festival carnival deal goal seed need speed breed clinic traffic republic public music topic critic panic logic table cable vegetable'.split(
    ' ',
  ),
)

/** The phrases that a text has at least twice, in the order in which it first does; `isEmpty` words are in none. */
export function nounPhrasesOf(
  text: string,
  lang: string | undefined,
  isEmpty: (word: string) => boolean,
): NounPhrase[] {
  const words = spansOf(text.slice(0, LONGEST_TEXT), lang)
  const language = primaryLanguage(lang ?? 'en')
  const found = new Map<string, NounPhrase & { surfaces: Map<string, number> }>()
  words.forEach((_, first) => {
    for (let size = 1; size <= LONGEST; size++) {
      const run = words.slice(first, first + size)
      if (run.length < size || !isTogether(text, run)) break
      if (!isPhrase(text, run, language, lang, isEmpty)) continue
      const terms = run.map(({ word }) => termOf(word, lang)).filter(Boolean)
      const surface = text.slice(run[0]?.start, run.at(-1)?.end).replace(/\s+/g, ' ')
      const key = terms.join(' ')
      const phrase = found.get(key) ?? {
        ...{ surface, surfaces: new Map(), terms, count: 0, first },
        words: run.map(({ word }) => word),
      }
      found.set(key, phrase)
      phrase.count += 1
      phrase.surfaces.set(surface, (phrase.surfaces.get(surface) ?? 0) + 1)
    }
  })
  const repeated = [...found.values()].filter(({ count }) => count > 1)
  return withoutParts(repeated).map(({ surfaces, ...phrase }) => ({
    ...phrase,
    surface: [...surfaces].reduce((a, b) => (b[1] > a[1] ? b : a))[0],
  }))
}

function spansOf(text: string, lang: string | undefined): WordSpan[] {
  const spans: WordSpan[] = []
  visitWords(text, lang, (word, start, end) => {
    spans.push({ word, start, end })
  })
  return spans
}

/** Only a space or a hyphen between two words, or nothing where a script has no spaces. */
function isTogether(text: string, run: readonly WordSpan[]): boolean {
  const [before, last] = run.slice(-2)
  if (before === undefined || last === undefined) return true
  const between = text.slice(before.end, last.start)
  return between === '' ? UNSPACED.test(last.word) : /^(?: |[-‐‑])$/.test(between)
}

function isPhrase(
  text: string,
  run: readonly WordSpan[],
  language: string,
  lang: string | undefined,
  isEmpty: (word: string) => boolean,
): boolean {
  const tells = ({ word }: WordSpan) =>
    !isFunctionWord(word, lang) &&
    !isEmpty(word) &&
    !/^\p{N}/u.test(word) &&
    (word.length >= FEWEST_LETTERS || UNSPACED.test(word))
  const [head, ...rest] = run
  const last = run.at(-1)
  if (head === undefined || last === undefined || !tells(head) || !tells(last)) return false
  if (run.every(({ word }) => UNSPACED.test(word)))
    return last.end - head.start >= FEWEST_SIGNS && run.every(tells)
  if (rest.length === 0) return isCompound(text.slice(head.start, head.end), language)
  const [join] = rest
  const isJoined = run.length === LONGEST && JOINS[language]?.has(join?.word ?? '') === true
  if (!isJoined && (run.length === LONGEST ? !run.every(tells) : false)) return false
  if (COMPOUNDS.has(language) && !/^\p{Lu}/u.test(text.slice(last.start))) return false
  return ADJECTIVES_FOLLOW.has(language) || NOUNS.has(last.word) || !NO_NOUN.test(last.word)
}

const isCompound = (surface: string, language: string) =>
  COMPOUNDS.has(language) &&
  /^\p{Lu}/u.test(surface) &&
  surface.length >= FEWEST_LETTERS_OF_COMPOUND

/** A phrase that occurs only within a longer one is that one, and “sale of rare”, before “rare maps”, is none. */
function withoutParts<T extends NounPhrase>(phrases: readonly T[]): T[] {
  const holds = (long: T, short: T) =>
    long.terms.length > short.terms.length &&
    long.count >= short.count &&
    ` ${long.terms.join(' ')} `.includes(` ${short.terms.join(' ')} `)
  const goesOn = (phrase: T, next: T) =>
    phrase !== next && phrase.words.at(-1) === next.words[0] && next.count >= phrase.count
  const whole = phrases.filter((phrase) => !phrases.some((next) => goesOn(phrase, next)))
  return whole.filter((short) => !whole.some((long) => holds(long, short)))
}
