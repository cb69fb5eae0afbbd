import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { bundleServer } from '@/lib/server/bundle.mjs'
import type { BenchRow } from './archive'
import { randomFrom } from './archive-content'
import { COMMITS_OF_ARTICLE, writeRepository } from './history-content'
import { shownTimes, timeOfPages, unasked } from './page-times'
import { startBroadsheet } from './programs'

const DEFAULT_ARTICLES = 100_000
const figures = z.record(z.string(), z.number())
const seconds = (ms = 0) => `${(ms / 1000).toFixed(1)} s`
const milliseconds = (ms = 0) => `${ms.toFixed(1)} ms`

/** Reads the history of a repository of generated articles for the first time, and requests pages of it. */
export async function benchHistory(articles = DEFAULT_ARTICLES): Promise<BenchRow[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-bench-'))
  try {
    const repository = path.join(folder, 'repository')
    await writeRepository(repository, articles)
    return await measureHistory(repository, path.join(folder, 'data'), articles)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureHistory(repository: string, data: string, articles: number) {
  const script = fileURLToPath(new URL('./history-run.ts', import.meta.url))
  // As in production.
  const program = fileURLToPath(await bundleServer(script))
  const run = (what: string) => {
    const args = [path.join(repository, 'content'), data, String(articles), what]
    const output = execFileSync(process.execPath, [program, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    return figures.parse(JSON.parse(output))
  }
  run('index')
  const first = run('read')
  const page = run('ask')
  const pages = await timeOfHistoryPages(repository, data, articles)
  const commits = `${articles * COMMITS_OF_ARTICLE} commits`
  return [
    row(
      `first reading of ${commits}, until history pages answer`,
      seconds(first.available),
      '≤ 90 s',
    ),
    row('until the page of corrections is complete', seconds(first.corrections), '≤ 90 s'),
    row('until everything is known', seconds(first.all), ''),
    row('processor time of the reader', seconds(first.processor), ''),
    row('its memory', `${Math.round(first.memory ?? 0)} MB`, '≤ 450 MB'),
    row('queries of a history page, p50', milliseconds(page.p50), ''),
    row('queries of a history page, p95', milliseconds(page.p95), ''),
    row('history page from the server, uncached, p50 / p95', pages, '≤ 40 ms'),
  ]
}

async function timeOfHistoryPages(repository: string, data: string, articles: number) {
  const server = await startBroadsheet(data, { contentDir: path.join(repository, 'content') })
  try {
    const random = randomFrom(5)
    const any = () => `/articles/story-${Math.floor(random() * articles)}/history`
    return shownTimes(await timeOfPages(unasked(() => server.url + any())))
  } finally {
    await server.stop()
  }
}

const row = (what: string, measured: string, goal: string): BenchRow => ({ what, measured, goal })

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.table(await benchHistory(Number(process.argv[2] ?? DEFAULT_ARTICLES)))
}
