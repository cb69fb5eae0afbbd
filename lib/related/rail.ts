import { words } from '@/lib/language/words'

/** A candidate for the rail: how near it is, and what the rules need to know of it. */
export type Nearby = {
  slug: string
  /** Greater is nearer; 0 for an article that only fills the rail. */
  near: number
  published: Date
  title: string
  /** The name of its source. */
  source: string | undefined
  /** Its language differs from that of the article beside it. */
  isForeign: boolean
}

export type Place<T extends Nearby> = { item: T; sameText: T[] }

/** What two articles share: tags that editors gave both, or names in both. */
export type Reason = { kind: 'tags' | 'names'; names: string[] }

/** The contents of a rail, as slugs. */
export type Rail = {
  places: { slug: string; reason: Reason | undefined; sameText: string[] }[]
}

/** Scores this near the best one are close: among them a new source matters more than a little nearness. */
const CLOSE = 0.9
/** Scores this near each other are a tie, which the newer article wins. */
const TIE = 0.99

/** The words of a headline: to a reader, two that differ only in punctuation and capitals are the same. */
export const headlineOf = (title: string) => words(title).join(' ') || title

/**
 * Groups articles with the same text and orders the rest: first those in the article's language, nearest first, no headline
 * twice; among close ones, sources that are not in the rail yet; among ties, the newest. `isSameText` compares two
 * articles.
 */
export function orderRail<T extends Nearby>(
  ranked: readonly T[],
  isSameText: (a: T, b: T) => boolean,
): Place<T>[] {
  const places: Place<T>[] = []
  const headlines = new Set<string>()
  for (const item of [...ranked].sort(byLanguageAndNearness)) {
    const same = places.find((place) => isSameText(place.item, item))
    const headline = headlineOf(item.title)
    if (same !== undefined) same.sameText.push(item)
    else if (!headlines.has(headline)) places.push({ item, sameText: [] })
    headlines.add(headline)
  }
  const [own, foreign] = [false, true].map((is) => places.filter((p) => p.item.isForeign === is))
  return [...varySources(own ?? []), ...varySources(foreign ?? [])]
}

const byLanguageAndNearness = (a: Nearby, b: Nearby) =>
  Number(a.isForeign) - Number(b.isForeign) || b.near - a.near

function varySources<T extends Nearby>(places: Place<T>[]): Place<T>[] {
  const left = [...places]
  const chosen: Place<T>[] = []
  const shown = new Map<string, number>()
  for (let best = left[0]; best !== undefined; best = left[0]) {
    const { near } = best.item
    // Articles that only fill the rail keep their order.
    const close = near > 0 ? left.filter(({ item }) => item.near >= CLOSE * near) : [best]
    const seen = ({ item }: Place<T>) => (item.source && shown.get(item.source)) || 0
    const fewest = Math.min(...close.map(seen))
    const fresh = close.filter((place) => seen(place) === fewest)
    const next = newestOfTied(fresh)
    if (next === undefined) break
    chosen.push(next)
    left.splice(left.indexOf(next), 1)
    if (next.item.source) shown.set(next.item.source, (shown.get(next.item.source) ?? 0) + 1)
  }
  return chosen
}

/** `places` are in order of nearness. */
function newestOfTied<T extends Nearby>(places: Place<T>[]): Place<T> | undefined {
  const [first] = places
  if (first === undefined) return undefined
  const tied = places.filter(({ item }) => item.near >= TIE * first.item.near)
  return tied.reduce((a, b) => (b.item.published > a.item.published ? b : a))
}
