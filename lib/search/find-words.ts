import type { Archive } from '@/lib/archive/open'
import { isInSight, readTermCounts } from '@/lib/archive/read/search-texts'
import { findSpellings, findWordOfStem } from '@/lib/archive/write/spellings'
import { termOf } from '@/lib/language/terms'
import { chooseCorrections, maxEdits, nearSpellings, type Spelling } from './correct-word'
import type { CountedWord } from './plan-terms'
import { languagesOf, type QueryWord, termsOf } from './query-words'
import { anyOf } from './text-expression'

/** A word that no article has, or hardly one, and the likeliest of those that were looked for instead or besides. */
export type Correction = { from: string; to: string }

/** The languages of the archive, the site's first. */
type Known = { now: Date; languages: readonly string[]; archive?: Archive | undefined }

/** Shorter words have too many neighbours. */
const MIN_LENGTH = 3
/** Looking for spellings takes a millisecond or two a word. */
const MAX_CORRECTED = 3

/** Choices of corrections, each a few looks into the index, before a word is given up. */
const MAX_ROUNDS = 3

/** A word in so few articles may be their error: it is corrected as well when another is that much commoner. */
const RARE = 5
const COMMONER = 100

/** How many articles have each word; those that none has stand with the terms of what they may have been meant to be. */
export function findCountedWords(
  words: readonly QueryWord[],
  { now, languages, archive }: Known,
): { words: CountedWord[]; corrections: Correction[] } {
  const counts = readTermCounts([...new Set(words.flatMap(({ terms }) => terms))], archive)
  const corrections: Correction[] = []
  let tries = 0
  const counted = words.map((word) => {
    const terms = word.terms.filter((term) => (counts.get(term) ?? 0) > 0)
    const held = terms.map((term) => counts.get(term) ?? 0)
    const count = Math.max(0, ...held)
    const known = { ...word, terms, count, rarest: Math.min(count, ...held) }
    if (count > RARE || !canBeCorrected(word) || tries++ >= MAX_CORRECTED) return known
    const least = terms.length > 0 && isInSight(anyOf(terms), now, archive) ? COMMONER * count : 0
    const better = correct(word.word, { now, languages, archive }).filter(
      (each) => each.count >= least,
    )
    const [best] = better
    if (best === undefined) return known
    corrections.push({ from: word.word, to: best.shown })
    return {
      ...known,
      terms: [...new Set([...terms, ...better.flatMap((each) => each.terms)])],
      count: better.reduce((sum, each) => sum + each.count, count),
    }
  })
  return { words: counted, corrections }
}

const canBeCorrected = ({ word, common }: QueryWord) =>
  !common && [...word].length >= MIN_LENGTH && /^\p{L}+$/u.test(word)

type Corrected = Spelling & { terms: string[]; count: number; shown: string }

/** What was meant in the first of the languages of these letters that has something so near. */
function correct(word: string, site: Known): Corrected[] {
  let nearest: Corrected[] = []
  for (const lang of languagesOf(word, site.languages)) {
    const found = correctIn(lang, word, site)
    if (distanceOf(found) < distanceOf(nearest)) nearest = found
  }
  return nearest
}

const distanceOf = ([first]: readonly Spelling[]) => first?.distance ?? Number.POSITIVE_INFINITY

/** First by the words that articles have, then by their stems: the form that was meant may be in none of them. */
function correctIn(lang: string, word: string, site: Known): Corrected[] {
  const { languages, archive } = site
  const same = new Set(termsOf(word, languages))
  const differs = (terms: readonly string[]) => !terms.some((term) => same.has(term))
  const byWord = near(word, false, archive).flatMap((each) => {
    const terms = termsOf(each.word, languages)
    return differs(terms) ? [{ ...each, terms, shown: each.word }] : []
  })
  const corrected = chooseSeen(lang, word, countTerms(byWord, archive), site)
  const distance = distanceOf(corrected)
  const stem = termOf(word, lang)
  if (distance <= 1 || stem.length < MIN_LENGTH) return corrected
  const byStem = near(stem, true, archive).map((each) => ({
    ...each,
    terms: [each.word],
    shown: each.word,
  }))
  const ofStems = chooseSeen(lang, stem, countTerms(byStem, archive), site)
  if (!ofStems.some((each) => each.distance < distance)) return corrected
  return ofStems.map((each) => ({
    ...each,
    shown: findWordOfStem(each.word, lang, archive) ?? each.word,
  }))
}

/**
 * Spellings come from all articles: of those that readers may not see a correction must not tell, and of those in other
 * languages than the word's it would be none.
 */
function chooseSeen<T extends Spelling & { terms: string[]; count: number }>(
  lang: string,
  word: string,
  near: readonly T[],
  { now, languages, archive }: Known,
): T[] {
  const own = languages.length > 1 ? lang : undefined
  let left = near
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const chosen = chooseCorrections(word, left)
    const seen = chosen.filter(({ terms }) => isInSight(anyOf(terms), now, archive, own))
    if (seen.length > 0 || chosen.length === 0) return seen
    left = left.filter((each) => !chosen.includes(each))
  }
  return []
}

const near = (word: string, stems: boolean, archive: Archive | undefined) =>
  nearSpellings(word, findSpellings(word, { slack: maxEdits(word), stems }, archive))

function countTerms<T extends { terms: string[] }>(near: readonly T[], archive?: Archive) {
  const counts = readTermCounts([...new Set(near.flatMap(({ terms }) => terms))], archive)
  return near.map((each) => {
    const terms = each.terms.filter((term) => (counts.get(term) ?? 0) > 0)
    return { ...each, terms, count: Math.max(0, ...terms.map((term) => counts.get(term) ?? 0)) }
  })
}
