import { stemmer as danish } from '@orama/stemmers/danish'
import { stemmer as dutch } from '@orama/stemmers/dutch'
import { stemmer as finnish } from '@orama/stemmers/finnish'
import { stemmer as greek } from '@orama/stemmers/greek'
import { stemmer as hindi } from '@orama/stemmers/indian'
import { stemmer as italian } from '@orama/stemmers/italian'
import { stemmer as norwegian } from '@orama/stemmers/norwegian'
import { stemmer as swedish } from '@orama/stemmers/swedish'
import { stemmer as turkish } from '@orama/stemmers/turkish'
import { stemmer as ukrainian } from '@orama/stemmers/ukrainian'
import { stemArabic } from './arabic'
import { stemFrench } from './french'
import { stemGerman } from './german'
import { partsOfKorean, stemKorean } from './korean'
import { stemPortuguese } from './portuguese'
import { stemRussian } from './russian'
import { stemSpanish } from './spanish'

/** How the words of a language are brought together: `stem` takes a folded word, `parts` a stem. */
export type Stemming = {
  stem: (word: string) => string
  /** The words that a compound may be made of, apart by spaces. */
  parts?: (stem: string) => string
  /** The letters of the language's script: words in others are names, which stay as they are. */
  letters: RegExp
}

const latin = (stem: Stemming['stem']): Stemming => ({ stem, letters: /^[a-z]+$/ })
const cyrillic = (stem: Stemming['stem']): Stemming => ({ stem, letters: /^\p{sc=Cyrl}+$/u })

/** By the first part of a language's tag. English has its own (lib/language/terms.ts). */
const STEMMINGS: ReadonlyMap<string, Stemming> = new Map([
  ['ar', { stem: stemArabic, letters: /^\p{sc=Arab}+$/u }],
  ['da', latin(danish)],
  ['de', latin(stemGerman)],
  ['el', { stem: greek, letters: /^\p{sc=Grek}+$/u }],
  ['es', latin(stemSpanish)],
  ['fi', latin(finnish)],
  ['fr', latin(stemFrench)],
  ['hi', { stem: hindi, letters: /^[\p{sc=Deva}]+$/u }],
  ['it', latin(italian)],
  ['ko', { stem: stemKorean, parts: partsOfKorean, letters: /[가-힣]$/ }],
  ['nb', latin(norwegian)],
  ['nl', latin(dutch)],
  ['nn', latin(norwegian)],
  ['no', latin(norwegian)],
  ['pt', latin(stemPortuguese)],
  ['ru', cyrillic(stemRussian)],
  ['sv', latin(swedish)],
  ['tr', latin(turkish)],
  ['uk', cyrillic(ukrainian)],
])

/** The first part of a language's tag, in small letters: `de` of `de-AT`. */
export const primaryLanguage = (lang: string): string =>
  /^[a-z]+/i.exec(lang)?.[0].toLowerCase() ?? ''

/** How the words of a language (BCP 47) are stemmed; undefined where they are found by their letters. */
export const stemmingOf = (lang: string): Stemming | undefined =>
  STEMMINGS.get(primaryLanguage(lang))
