import { hashTerm } from '@/lib/article/term-vector'
import { type Phrase, phrasesOf, type ReasonText } from './phrases'
import type { TermCounts } from './telling-terms'

/** How much more a name says than a common word, and a word of a headline or tag than one of the text. */
const NAME = 1.6
const PROMINENT = 1.5
/** A word that stands in more than this part of the archive is no reason. */
const COMMON = 0.4
/** In an archive of a few articles any shared word stands in a large part of it. */
const SMALL_ARCHIVE = 12

/**
 * Why two articles stand beside each other, in a few words that stand in both as they are shown: "both on tariffs
 * and Akazawa". Undefined when they share no word worth naming. `counts` are the archive's.
 */
export function reasonFor(
  article: ReasonText,
  other: ReasonText,
  counts: TermCounts,
): string | undefined {
  const others = phrasesOf(other)
  const shared = [...phrasesOf(article)].flatMap(([key, here]) => {
    const there = others.get(key)
    const telling = there && tellingness(here, there, counts)
    return there && telling ? [{ here, there, telling }] : []
  })
  shared.sort((a, b) => b.telling - a.telling)
  const [first, ...rest] = shared
  if (first === undefined) return undefined
  const second = rest.find(
    ({ here }) => !here.terms.some((term) => first.here.terms.includes(term)),
  )
  const named = [first, second].flatMap((each) => (each ? [shownForm(each.here, each.there)] : []))
  return `both on ${named.join(' and ')}`
}

function tellingness(here: Phrase, there: Phrase, counts: TermCounts): number {
  const idfs = here.terms.map((term) => {
    const frequency = Math.max(2, counts.frequency(hashTerm(term)))
    if (counts.articles > SMALL_ARCHIVE && frequency > COMMON * counts.articles) return 0
    return Math.log((counts.articles + 2) / frequency)
  })
  const rarest = Math.max(0, ...idfs)
  const sum = idfs.reduce((total, idf) => total + Math.max(0, idf), 0)
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
