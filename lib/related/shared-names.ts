import { hashTerm } from '@/lib/language/term-hash'
import type { Phrase, Phrases } from './phrases'
import type { Reason } from './rail'
import type { Corpus } from './similarity'

/** How much more a name in the headline says than one in the text. */
const PROMINENT = 1.5
/** A name in more than this share of all articles says nothing about two of them. */
const COMMON = 0.5

type Counts = Pick<Corpus, 'articles' | 'frequencies'>

/**
 * The names in both articles that a reader may want more of, as they are written. Undefined when they share none. An
 * ordinary word alone is no reason, however rare. Takes the result of `phrasesOf` for each.
 */
export function sharedNames(article: Phrases, other: Phrases, counts: Counts): Reason | undefined {
  const pairs = [...article].flatMap(([key, here]) => {
    const there = other.get(key)
    return there && isName(here) && isName(there) ? [{ here, there }] : []
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
  // Parts of a name, or Japanese beside Japan, are no second reason.
  const second = rest.find((each) => !isAkin(each.here, whole.here))
  const named = second === undefined ? [whole] : [whole, wholeName(second, shared, whole)]
  return { kind: 'names', names: named.map(({ here }) => here.surface) }
}

const isName = ({ name, alone, terms }: Phrase) => name && (alone || terms.length > 1)

const rarity = (frequency: number, articles: number): number =>
  frequency > COMMON * articles ? 0 : Math.max(0, Math.log((articles + 2) / Math.max(2, frequency)))

type Shared = { here: Phrase; there: Phrase; telling: number }

/** The longer name, in both articles, that contains a surname: Lindsay Lohan for Lohan. */
function wholeName(part: Shared, shared: readonly Shared[], beside?: Shared): Shared {
  const longer = shared.filter(
    ({ here }) =>
      here.terms.length > part.here.terms.length &&
      part.here.terms.every((term) => here.terms.includes(term)) &&
      !(beside && isAkin(here, beside.here)),
  )
  return longer[0] ?? part
}

/** The first letters that show that Japan and Japanese are related. */
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
  const prominent = (here.prominent ? 1 : 0) + (there.prominent ? 1 : 0)
  const often = Math.log1p(Math.min(here.count, there.count))
  // The second word of a name completes it; it isn't a second piece of evidence.
  return (rarest + 0.3 * (sum - rarest)) * often * PROMINENT ** prominent
}
