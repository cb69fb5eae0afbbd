import path from 'node:path'
import { PAGE_LENGTH } from '@/lib/archive/lists'
import type { BenchRow } from './archive'
import { randomFrom } from './archive-content'
import { fetchRaw } from './fetch-raw'
import { startBroadsheet } from './programs'

/** The first pages compile code. */
const WARM_UP = 100
const PAGES = 300
const GOAL = '≤ 40 ms'

/** Whole pages of a large archive from the server itself, each for the first time. */
export async function benchArchivePages(folder: string, articles: number): Promise<BenchRow[]> {
  const server = await startBroadsheet(path.join(folder, 'data'), path.join(folder, 'content'))
  try {
    const random = randomFrom(17)
    const any = (count: number) => Math.floor(random() * count)
    const tags = await tagPaths(server.url)
    const kinds = {
      article: () => `/articles/story-${any(articles)}`,
      'tag page': () => tags[any(tags.length)] ?? '/tags',
      'front page (any)': () => `/page/${2 + any(articles / PAGE_LENGTH - 2)}`,
    }
    const rows: BenchRow[] = []
    for (const [kind, address] of Object.entries(kinds)) {
      const measured = await timeOfPages(server.url, address)
      rows.push({ what: `${kind} from the server, uncached, p50 / p95`, measured, goal: GOAL })
    }
    return rows
  } finally {
    await server.stop()
  }
}

async function tagPaths(url: string): Promise<string[]> {
  const { body } = await fetchRaw(`${url}/tags`, 'identity')
  return [...body.toString().matchAll(/href="(\/tags\/[^"]+)"/g)].flatMap(([, at]) => at ?? [])
}

/** What pages take that are asked for for the first time. An article that has expired isn't there, and counts for nothing. */
export async function timeOfPages(url: string, address: () => string): Promise<string> {
  const times: number[] = []
  const seen = new Set<string>()
  for (let turn = 0; turn < WARM_UP + PAGES; turn++) {
    const at = address()
    if (seen.has(at)) continue
    seen.add(at)
    const begin = performance.now()
    const isThere = await fetchRaw(url + at, 'br').then(
      () => true,
      () => false,
    )
    if (isThere && turn >= WARM_UP) times.push(performance.now() - begin)
  }
  times.sort((a, b) => a - b)
  const share = (part: number) => (times[Math.floor(times.length * part)] ?? 0).toFixed(1)
  return `${share(0.5)} / ${share(0.95)} ms`
}
