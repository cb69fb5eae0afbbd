import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ArchiveKeeper } from '@/lib/archive/keeper'
import { type Archive, openArchive } from '@/lib/archive/open'
import { now } from '@/lib/clock'
import { findResults } from '@/lib/search/find-results'
import { findSuggestions } from '@/lib/search/find-suggestions'
import type { BenchRow } from './archive'
import { generateArticle, randomFrom, writeContent } from './archive-content'

const DEFAULT_ARTICLES = 100_000
const SEARCHES = 300
const MAX_WORDS = 6
/** The first ones open files and compile code. */
const WARM_UP = 30

/** Searches with words of generated articles, the same with a typing error, and what is suggested meanwhile. */
export async function benchSearch(articles = DEFAULT_ARTICLES): Promise<BenchRow[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-bench-'))
  const [contentDir, dataDir] = [path.join(folder, 'content'), path.join(folder, 'data')]
  try {
    writeContent(contentDir, articles)
    const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
    const keeper = new ArchiveKeeper({ contentDir, dataDir, now, wait })
    await keeper.update()
    keeper.close()
    const archive = openArchive(dataDir, contentDir)
    const rows = benchOf(archive, articles)
    archive.close()
    return rows
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function benchOf(archive: Archive, articles: number): BenchRow[] {
  const random = randomFrom(5)
  const queries = Array.from({ length: SEARCHES }, () => queryOf(random, articles))
  const misspelt = queries.map((query) => misspell(query, random))
  const typed = queries.flatMap((query) => [1, 2, 3, 6, 12].map((length) => query.slice(0, length)))
  const search = (text: string) => findResults({ text, page: 1, now: now() }, archive)
  const suggest = (text: string) => findSuggestions(text, now(), archive)
  return [
    ...rowsOf(`search among ${articles}`, '≤ 40 ms', timesOf(queries, search)),
    ...rowsOf('the same with a typing error', '≤ 40 ms', timesOf(misspelt, search)),
    ...rowsOf('suggestions', '≤ 15 ms', timesOf(typed, suggest)),
  ]
}

/** One to six words of one article, as somebody remembers it. */
function queryOf(random: () => number, articles: number): string {
  const { text } = generateArticle(Math.floor(random() * articles))
  const words = text.slice(text.lastIndexOf('---')).match(/[A-Za-z]{4,}/g) ?? []
  const length = 1 + Math.floor(random() * MAX_WORDS)
  const some = Array.from({ length }, () => words[Math.floor(random() * words.length)])
  return some.join(' ')
}

function misspell(query: string, random: () => number): string {
  const at = Math.floor(random() * query.length)
  return query.charAt(at) === ' ' ? `${query}x` : `${query.slice(0, at)}x${query.slice(at + 1)}`
}

function timesOf(texts: readonly string[], ask: (text: string) => unknown): number[] {
  for (const text of texts.slice(0, WARM_UP)) ask(text)
  const times = texts.map((text) => {
    const begin = performance.now()
    ask(text)
    return performance.now() - begin
  })
  return times.sort((a, b) => a - b)
}

function rowsOf(what: string, goal: string, times: readonly number[]): BenchRow[] {
  const at = (share: number) => `${(times[Math.floor(times.length * share)] ?? 0).toFixed(1)} ms`
  return [
    { what: `${what}, p50`, measured: at(0.5), goal: '' },
    { what: `${what}, p95`, measured: at(0.95), goal },
  ]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.table(await benchSearch(Number(process.argv[2] ?? DEFAULT_ARTICLES)))
}
