import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { BenchRow } from './archive'
import { writeContent } from './archive-content'
import { fetchRaw } from './fetch-raw'
import { residentMb, startBroadsheet } from './programs'

/** Every page of a generated archive once, one after another, all of them cached. */
export async function benchManyPages(folder: string, pages: number): Promise<BenchRow[]> {
  const content = path.join(folder, 'content')
  mkdirSync(folder, { recursive: true })
  writeContent(content, pages)
  const program = await startBroadsheet(path.join(folder, 'data'), { contentDir: content })
  const times: number[] = []
  for (let i = 0; i < pages; i++) {
    const started = performance.now()
    const kept = await fetchRaw(`${program.url}/articles/story-${i}`, 'br').catch(() => undefined)
    // One in fifty has expired.
    if (kept !== undefined) times.push(performance.now() - started)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1)
  const memory = residentMb(program.pid)
  await program.stop()
  return [
    {
      what: `article rendered again, ${pages} articles, p50 / p95`,
      measured: `${at(0.5)} / ${at(0.95)} ms`,
      goal: '≤ 40 ms',
    },
    {
      what: `resident memory with ${times.length} pages kept`,
      measured: `${memory ?? '?'} MB`,
      goal: '≤ 200 MB with 10,000',
    },
  ]
}
