import { fileURLToPath } from 'node:url'
import type { Archive } from '@/lib/archive/open'
import { findResults } from '@/lib/search/find-results'
import { findSuggestions } from '@/lib/search/find-suggestions'
import { now } from '@/lib/site/clock'
import type { BenchRow } from './archive'
import { generateArticle, randomFrom } from './archive-content'
import { DEFAULT_ARTICLES, generatedArchive } from './generated-archive'
import { shown, type Time, timeAt, timeOf } from './time-of'

const SEARCHES = 300
const MAX_WORDS = 6
/** The first runs open files and compile code. */
const WARM_UP = 30

/** Attempts to make a search take long: words that every article has, operators, filters that match nearly everything. */
const HOSTILE = [
  'ban bren cin don fon gun hun kun',
  'ban -bren',
  '"ban bren"',
  'after:2011 ban',
  'before:2012 ban',
  'section:Politics ban',
  'lang:en ban',
  'lang:de ban',
  '-ban',
  'after:2011',
  'NEAR(ban bren) OR * ^ : "',
  'ban '.repeat(2_500),
  'x'.repeat(10_000),
  '\u0000\ud800🗾\u202e'.repeat(2_500),
]

/**
 * Searches with words of generated articles, the same with a typing error, suggestions while typing, and hostile searches.
 */
export async function benchSearch(
  articles = DEFAULT_ARTICLES,
  folder?: string,
): Promise<BenchRow[]> {
  const archive = await generatedArchive(articles, folder)
  const rows = benchOf(archive, articles)
  archive.close()
  return rows
}

function benchOf(archive: Archive, articles: number): BenchRow[] {
  const random = randomFrom(5)
  const queries = Array.from({ length: SEARCHES }, () => queryOf(random, articles))
  const misspelt = queries.map((query) => misspell(query, random))
  const typed = queries.flatMap((query) => [1, 2, 3, 6, 12].map((length) => query.slice(0, length)))
  const search = (text: string) => findResults({ text, page: 1, now: now() }, archive)
  const suggest = (text: string) => findSuggestions(text, now(), archive)
  const hostile = timesOf(HOSTILE, search)
  return [
    ...rowsOf(`search among ${articles}`, '≤ 40 ms', timesOf(queries, search)),
    ...rowsOf('the same with a typing error', '≤ 40 ms', timesOf(misspelt, search)),
    ...rowsOf('suggestions', '≤ 15 ms', timesOf(typed, suggest)),
    { what: 'the longest of the hostile searches', measured: shown(timeAt(hostile, 1)), goal: '' },
  ]
}

/** One to six words of one article, as a reader might remember it. */
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

function timesOf(texts: readonly string[], ask: (text: string) => unknown): Time[] {
  for (const text of texts.slice(0, WARM_UP)) ask(text)
  return texts.map((text) => timeOf(() => ask(text)))
}

function rowsOf(what: string, goal: string, times: readonly Time[]): BenchRow[] {
  const at = (share: number) => shown(timeAt(times, share))
  return [
    { what: `${what}, p50`, measured: at(0.5), goal: '' },
    { what: `${what}, p95`, measured: at(0.95), goal },
  ]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.table(await benchSearch(Number(process.argv[2] ?? DEFAULT_ARTICLES), process.argv[3]))
}
