import { primaryLanguage } from '@/lib/language/stems/stem'
import type { PointWords } from './data/point-words'
import { ARABIC } from './data/points-ar'
import { GERMAN } from './data/points-de'
import { ENGLISH } from './data/points-en'
import { SPANISH } from './data/points-es'
import { FRENCH } from './data/points-fr'
import { HEBREW } from './data/points-he'
import { HINDI } from './data/points-hi'
import { ITALIAN } from './data/points-it'
import { JAPANESE } from './data/points-ja'
import { KOREAN } from './data/points-ko'
import { PORTUGUESE } from './data/points-pt'
import { RUSSIAN } from './data/points-ru'
import { CHINESE } from './data/points-zh'

export type KnownPoints = Record<keyof PointWords, RegExp>

const NEVER = /(?!)/

/** Scripts that leave no spaces, or whose endings follow the word: there a word is found inside others. */
const UNSPACED: ReadonlySet<PointWords> = new Set([JAPANESE, CHINESE, KOREAN])

function known(words: PointWords): KnownPoints {
  const compile = (alternatives: string) => {
    if (alternatives === '') return NEVER
    const joined = alternatives.replace(/\|\s+/g, '|').trim()
    return UNSPACED.has(words)
      ? new RegExp(joined, 'iu')
      : new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${joined})(?![\\p{L}\\p{M}\\p{N}])`, 'iu')
  }
  return {
    asksWhy: compile(words.asksWhy),
    reasons: compile(words.reasons),
    furtherReasons: compile(words.furtherReasons),
    demands: compile(words.demands),
    firstPerson: compile(words.firstPerson),
    leans: compile(words.leans),
    furniture: compile(words.furniture),
  }
}

const LANGUAGES = new Map([
  ['ar', known(ARABIC)],
  ['de', known(GERMAN)],
  ['en', known(ENGLISH)],
  ['es', known(SPANISH)],
  ['fr', known(FRENCH)],
  ['he', known(HEBREW)],
  ['hi', known(HINDI)],
  ['it', known(ITALIAN)],
  ['ja', known(JAPANESE)],
  ['ko', known(KOREAN)],
  ['pt', known(PORTUGUESE)],
  ['ru', known(RUSSIAN)],
  ['zh', known(CHINESE)],
])

/** What is known of points in a language, a BCP 47 tag; undefined where nothing is. */
export const pointsIn = (lang: string | undefined): KnownPoints | undefined =>
  LANGUAGES.get(primaryLanguage(lang ?? 'en'))

/** Whether English rules apply. */
export const isEnglish = (lang: string | undefined) => primaryLanguage(lang ?? 'en') === 'en'
