import path from 'node:path'
import { PAGE_LENGTH } from '@/lib/archive/lists'
import type { BenchRow } from './archive'
import { generateArticle, randomFrom } from './archive-content'
import { startBareNext } from './bare-next'
import { fetchRaw } from './fetch-raw'
import { startBroadsheet } from './programs'

/** The first pages compile code. */
const WARM_UP = 100
const PAGES = 300
const GOAL = '≤ 40 ms'
/** 40 ms where a bare page takes 3. */
const BARE_GOAL = '≤ 13.3'

/** Whole pages of a large archive from the server itself, each for the first time. */
export async function benchArchivePages(folder: string, articles: number): Promise<BenchRow[]> {
  const contentDir = path.join(folder, 'content')
  const server = await startBroadsheet(path.join(folder, 'data'), { contentDir })
  const bare = await startBareNext(folder, generateArticle(0).text)
  try {
    const random = randomFrom(17)
    const any = (count: number) => Math.floor(random() * count)
    const tags = await tagPaths(server.url)
    const article = unasked(() => `${server.url}/articles/story-${any(articles)}`)
    const tag = unasked(() => server.url + (tags[any(tags.length)] ?? '/tags'))
    const front = unasked(() => `${server.url}/page/${2 + any(articles / PAGE_LENGTH - 2)}`)
    const [ours = [], bares = []] = await timesInTurns([article, () => bare.page])
    const ratio = (quantile(ours, 0.95) / quantile(bares, 0.5)).toFixed(1)
    const row = (what: string, times: number[], goal: string): BenchRow => ({
      what: `${what} uncached, p50 / p95`,
      measured: shownTimes(times),
      goal,
    })
    return [
      row('article from the server,', ours, GOAL),
      row('a bare page of Next with its text,', bares, ''),
      { what: 'p95 of an article by p50 of the bare page', measured: ratio, goal: BARE_GOAL },
      row('tag page from the server,', await timeOfPages(tag), GOAL),
      row('front page (any) from the server,', await timeOfPages(front), GOAL),
    ]
  } finally {
    await bare.stop()
    await server.stop()
  }
}

async function tagPaths(url: string): Promise<string[]> {
  const { body } = await fetchRaw(`${url}/tags`, 'identity')
  return [...body.toString().matchAll(/href="(\/tags\/[^"]+)"/g)].flatMap(([, at]) => at ?? [])
}

type NextAddress = () => string | undefined

/** Addresses that weren't given before; undefined when one is hardly to be found any more. */
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

/** Milliseconds, sorted, that pages take. An article that has expired isn't there, and counts for nothing. */
export async function timeOfPages(next: NextAddress): Promise<number[]> {
  const [times = []] = await timesInTurns([next])
  return times
}

/** The same for several kinds, one of each in turn, so that a busy machine is as busy for all. */
async function timesInTurns(kinds: readonly NextAddress[]): Promise<number[][]> {
  const times: number[][] = kinds.map(() => [])
  for (let turn = 0; turn < WARM_UP + PAGES; turn++) {
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

const quantile = (sorted: readonly number[], share: number) =>
  sorted[Math.floor(sorted.length * share)] ?? 0

export const shownTimes = (sorted: readonly number[]) =>
  `${quantile(sorted, 0.5).toFixed(1)} / ${quantile(sorted, 0.95).toFixed(1)} ms`
