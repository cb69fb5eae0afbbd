import { hashTerm } from '@/lib/language/term-hash'

import type { Phrase, Phrases } from './phrases'
import type { Corpus } from './similarity'

/** How much more a name says than a common word, and a word of a headline or tag than one of the text. */
const NAME = 1.6
const PROMINENT = 1.5
/** A word of most articles is a poor reason, but among a handful of articles it may be the only one. */
const COMMON = 0.6
const POOR = 0.5

type Counts = Pick<Corpus, 'articles' | 'frequencies'>

/**
 * Why two articles stand beside each other, in a few words that stand in both as they are shown: "both on tariffs
 * and Akazawa". Undefined when they share no word worth naming. Takes what `phrasesOf` finds in each.
 */
export function reasonFor(article: Phrases, other: Phrases, counts: Counts): string | undefined {
  const pairs = [...article].flatMap(([key, here]) => {
    const there = other.get(key)
    return there ? [{ here, there }] : []
  })
  const known = counts.frequencies(pairs.flatMap(({ here }) => here.terms.map(hashTerm)))
  const idf = (term: string) => rarity(known.get(hashTerm(term)) ?? 0, counts.articles)
  const shared = pairs
    .map(({ here, there }) => ({ here, there, telling: tellingness(here, there, idf) }))
    .filter(({ telling }) => telling > 0)
    .sort((a, b) => b.telling - a.telling)
  const [first, ...rest] = shared
  if (first === undefined) return undefined
  const whole = wholeName(first, shared)
  // The parts of a name, and Japan beside Japanese, are no second reason.
  const second = rest.find((each) => !isAkin(each.here, whole.here))
  const named = second === undefined ? [whole] : [whole, wholeName(second, shared, whole)]
  return `both on ${named.map(({ here, there }) => shownForm(here, there)).join(' and ')}`
}

function rarity(frequency: number, articles: number): number {
  const idf = Math.max(0, Math.log((articles + 2) / Math.max(2, frequency)))
  return frequency > COMMON * articles ? POOR * idf : idf
}

type Shared = { here: Phrase; there: Phrase; telling: number }

/** The longer name that both articles have for a surname: Lindsay Lohan for Lohan. */
function wholeName(part: Shared, shared: readonly Shared[], beside?: Shared): Shared {
  const longer = shared.filter(
    ({ here }) =>
      here.terms.length > part.here.terms.length &&
      part.here.terms.every((term) => here.terms.includes(term)) &&
      !(beside && isAkin(here, beside.here)),
  )
  return longer[0] ?? part
}

/** Letters by which Japan and Japanese are akin. */
const AKIN_LETTERS = 4

function isAkin(a: Phrase, b: Phrase): boolean {
  return a.terms.some((one) =>
    b.terms.some(
      (other) => one === other || one.slice(0, AKIN_LETTERS) === other.slice(0, AKIN_LETTERS),
    ),
  )
}

function tellingness(here: Phrase, there: Phrase, idf: (term: string) => number): number {
  const idfs = here.terms.map(idf)
  const rarest = Math.max(0, ...idfs)
  const sum = idfs.reduce((total, idf) => total + idf, 0)
  const name = here.name || there.name
  const prominent = (here.prominent ? 1 : 0) + (there.prominent ? 1 : 0)
  // A common word that each article uses in passing is true of both, but no reason.
  const inPassing = !name && prominent === 0 && Math.min(here.count, there.count) < 2
  if (rarest === 0 || inPassing || (!name && isVerbOrAdverb(here.surface))) return 0
  const often = Math.log1p(Math.min(here.count, there.count))
  // The second word of a name makes it whole; it isn't a second piece of evidence.
  return (rarest + 0.3 * (sum - rarest)) * often * (name ? NAME : 1) * PROMINENT ** prominent
}

/** Good enough to keep "both on agreed and quickly" off the page; a noun lost to it is no harm. */
const isVerbOrAdverb = (word: string) => /(?:ed|ly)$/i.test(word)

/** A word that begins a sentence or stands in a headline has its capital from there. */
function shownForm(here: Phrase, there: Phrase): string {
  const known = [here, there].find(({ name }) => name)
  if (known) return known.surface
  const small = [here, there].find(({ surface }) => surface === surface.toLowerCase())
  return (small ?? here).surface
}
