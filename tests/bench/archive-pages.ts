import path from 'node:path'
import { PAGE_LENGTH } from '@/lib/archive/read/lists'
import type { BenchRow } from './archive'
import { randomFrom } from './archive-content'
import { startBareNext } from './bare-next'
import { fetchRaw } from './fetch-raw'
import { quantile, shownTimes, timeOfPages, timesInTurns, unasked } from './page-times'
import { residentMb, startBroadsheet } from './programs'

const GOAL = '≤ 40 ms'
/** The ratio for a goal of 40 ms where a bare page takes 3. */
const BARE_GOAL = '≤ 13.3'

/** Requests whole pages of a large archive from the server, each for the first time. */
export async function benchArchivePages(folder: string, articles: number): Promise<BenchRow[]> {
  const contentDir = path.join(folder, 'content')
  const server = await startBroadsheet(path.join(folder, 'data'), { contentDir })
  const bare = await startBareNext(folder)
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
      row('a bare page of Next as long,', bares, ''),
      {
        what: 'p95 of an article relative to p50 of the bare page',
        measured: ratio,
        goal: BARE_GOAL,
      },
      row('tag page from the server,', await timeOfPages(tag), GOAL),
      row('front page (any) from the server,', await timeOfPages(front), GOAL),
      {
        what: 'resident memory of the server after these pages',
        measured: `${residentMb(server.pid) ?? '?'} MB`,
        goal: '≤ 400 MB',
      },
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
