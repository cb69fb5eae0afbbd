import { fetchRaw } from './fetch-raw'

/** The first pages compile code. */
const WARM_UP = 100
const PAGES = 300
export const PAGES_IN_TURNS = WARM_UP + PAGES

type NextAddress = () => string | undefined

/** A function that gives an address not given before; undefined when it can hardly find one any more. */
export function unasked(address: () => string): NextAddress {
  const asked = new Set<string>()
  return () => {
    for (let tries = 0; tries < 100; tries++) {
      const at = address()
      if (asked.has(at)) continue
      asked.add(at)
      return at
    }
    return undefined
  }
}

/** How many milliseconds pages take, sorted. An expired article has no page and doesn't count. */
export async function timeOfPages(next: NextAddress): Promise<number[]> {
  const [times = []] = await timesInTurns([next])
  return times
}

/** The same for several kinds of pages, one of each in turn, so that other load affects all of them alike. */
export async function timesInTurns(kinds: readonly NextAddress[]): Promise<number[][]> {
  const times: number[][] = kinds.map(() => [])
  for (let turn = 0; turn < PAGES_IN_TURNS; turn++) {
    for (const [kind, next] of kinds.entries()) {
      const at = next()
      if (at === undefined) continue
      const begin = performance.now()
      const isThere = await fetchRaw(at, 'br').then(
        () => true,
        () => false,
      )
      if (isThere && turn >= WARM_UP) times[kind]?.push(performance.now() - begin)
    }
  }
  return times.map((each) => each.sort((a, b) => a - b))
}

export const quantile = (sorted: readonly number[], share: number) =>
  sorted[Math.floor(sorted.length * share)] ?? 0

export const shownTimes = (sorted: readonly number[]) =>
  `${quantile(sorted, 0.5).toFixed(1)} / ${quantile(sorted, 0.95).toFixed(1)} ms`
