import type { Abbreviations } from './data/abbreviation-lists'
import { GERMAN } from './data/abbreviations-de'
import { ENGLISH } from './data/abbreviations-en'
import { SPANISH } from './data/abbreviations-es'
import { FRENCH } from './data/abbreviations-fr'
import { ITALIAN } from './data/abbreviations-it'
import { DUTCH } from './data/abbreviations-nl'
import { PORTUGUESE } from './data/abbreviations-pt'
import { RUSSIAN } from './data/abbreviations-ru'

type Sets = Record<keyof Abbreviations, ReadonlySet<string>>

const set = (words: string) => new Set(words.split(/\s+/).filter((word) => word !== ''))

const setsOf = (words: Abbreviations): Sets => ({
  titles: set(words.titles),
  numbered: set(words.numbered),
  lettered: set(words.lettered),
  either: set(words.either),
  ends: set(words.ends ?? ''),
  starters: set(words.starters),
})

const ENGLISH_SETS = setsOf(ENGLISH)

/** At the beginning of a sentence they have a capital: "Vgl. dazu". */
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

function withCapitals(words: Abbreviations): Sets {
  const sets = setsOf(words)
  return { ...sets, titles: new Set([...sets.titles].flatMap((word) => [word, capital(word)])) }
}

const SETS = new Map([
  ['de', withCapitals(GERMAN)],
  ['es', withCapitals(SPANISH)],
  ['fr', withCapitals(FRENCH)],
  ['it', withCapitals(ITALIAN)],
  ['nl', withCapitals(DUTCH)],
  ['pt', withCapitals(PORTUGUESE)],
  ['ru', withCapitals(RUSSIAN)],
])

/** The abbreviations of a language, a BCP 47 tag; English ones where there is no list. */
export const abbreviationsOf = (lang?: string): Sets =>
  SETS.get(/^[a-z]+/i.exec(lang ?? '')?.[0].toLowerCase() ?? '') ?? ENGLISH_SETS

/** `"No!" Abe said.` is one sentence: what follows the quotation tells who said it. */
export const SPEECH =
  /^(?:\p{Lu}[\p{L}.’'-]*\s+){1,4}(?:said|says|asked|asks|told|added|replied|wrote|cried|shouted|answered|tweeted)\b/u
