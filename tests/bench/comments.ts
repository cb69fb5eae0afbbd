import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { DatabaseSync } from '@photostructure/sqlite'
import pg from 'pg'
import { now } from '@/lib/clock'
import { commentId } from '@/lib/comments/comment-id'
import { fingerprint, textHash } from '@/lib/comments/dedupe'
import { CommentDatabase } from '@/lib/comments/store/comment-database'
import type { Engine } from '@/lib/comments/store/engine'
import { COMMENTS_FILE } from '@/lib/comments/store/open-database'
import { postgresEngine } from '@/lib/comments/store/postgres-engine'
import { readCommentsPage } from '@/lib/comments/store/read-comments'
import { SQLITE_BOUNDS, sqliteEngine } from '@/lib/comments/store/sqlite-engine'
import { type Exported, importComments } from '@/lib/comments/store/transfer'
import { killWriters } from '../kill-writers'
import { startPostgres } from '../postgres'
import { startBroadsheet } from './programs'

export type BenchRow = { what: string; measured: string; goal: string }

const ARTICLE = 'why-did-japan-skip-the-nato-summit'
const TEXT = 'A comment of the length that comments have. '.repeat(7)
/** As many readers as post at one moment on a very busy day. */
const AT_A_TIME = 8
/** The two are measured in turns, so that what else the machine does meets both. */
const TURNS = 4
const TURN_MS = 1500
const COMMENTS = 10_000
const READS = 60
const KILLS = 100
/** Rates are counted as always, and never spent. */
const LIMITS = {
  address: [
    { name: 'ten-minutes', most: 1e9, window: 600_000 },
    { name: 'day', most: 1e9, window: 86_400_000 },
  ],
  total: { name: 'total', most: 1e9, window: 600_000 },
}

const row = (what: string, measured: string, goal: string): BenchRow => ({ what, measured, goal })
const quiet = { log: console.error, announce: () => {}, watch: false }
let count = 0

function newId(at: Date): string {
  count++
  return commentId(
    at,
    Uint8Array.from({ length: 8 }, (_, i) => (count >> (5 * (7 - i))) & 31),
  )
}

async function post(database: CommentDatabase): Promise<void> {
  const created = now()
  const words = { article: ARTICLE, name: 'Anna', text: `${TEXT}${count}` }
  const given = {
    ...{ ...words, id: newId(created), created, honeypot: '' },
    addressHashes: [`${count % 1000}`, 'yesterday'] as const,
    fingerprint: fingerprint('secret', words),
    textHash: textHash('secret', words.text),
  }
  const settings = { moderation: 'all' as const, staff: [] }
  const outcome = await database.submit({ post: given, settings, limits: LIMITS })
  if (!outcome.ok || outcome.value.kind !== 'stored') {
    throw new Error(`A comment was not stored: ${JSON.stringify(outcome)}`)
  }
}

/** How often a turn's time allows `work`, a number of times at once. */
async function perSecond(atATime: number, work: () => Promise<void> | void): Promise<number> {
  const begin = performance.now()
  let done = 0
  const worker = async () => {
    while (performance.now() - begin < TURN_MS) {
      await work()
      done++
    }
  }
  await Promise.all(Array.from({ length: atATime }, worker))
  return (done / (performance.now() - begin)) * 1000
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

async function benchAccepted(
  name: string,
  engine: Engine,
  insert: () => Promise<void> | void,
): Promise<BenchRow> {
  const database = new CommentDatabase(engine, quiet)
  await database.open()
  const [bare, ours]: [number[], number[]] = [[], []]
  for (let turn = 0; turn < TURNS; turn++) {
    bare.push(await perSecond(1, insert))
    ours.push(await perSecond(AT_A_TIME, () => post(database)))
  }
  await database.close()
  const ratio = (mean(ours) / mean(bare)).toFixed(2)
  const figures = `${Math.round(mean(ours))}/s against ${Math.round(mean(bare))}/s`
  return row(
    `comments accepted, ${name}, against a bare insert loop`,
    `${ratio} (${figures})`,
    '≥ 0.5',
  )
}

async function benchSqlite(folder: string): Promise<BenchRow> {
  const bare = new DatabaseSync(path.join(folder, 'bare.sqlite'))
  bare.exec('pragma journal_mode = wal; pragma synchronous = full')
  bare.exec('create table comments (id text primary key, name text, text text)')
  const insert = bare.prepare('insert into comments values (?, ?, ?)')
  const engine = sqliteEngine(path.join(folder, 'ours.sqlite'))
  const result = await benchAccepted('SQLite', engine, () => {
    insert.run(newId(now()), 'Anna', TEXT)
  })
  bare.close()
  return result
}

async function benchPostgres(): Promise<BenchRow> {
  const postgres = await startPostgres()
  const bare = new pg.Client(`${postgres.url}/postgres`)
  try {
    await bare.connect()
    await bare.query('create table bare (id text primary key, name text, text text)')
    const insert = { name: 'insert', text: 'insert into bare values ($1, $2, $3)' }
    return await benchAccepted(
      'PostgreSQL',
      postgresEngine(`${postgres.url}/postgres`),
      async () => {
        await bare.query({ ...insert, values: [newId(now()), 'Anna', TEXT] })
      },
    )
  } finally {
    await bare.end()
    await postgres.stop()
  }
}

/** 10,000 comments in threads of four, as on a lively article. */
function livelyArticle(): Exported[] {
  const begin = new Date('2025-11-23T12:00:00Z').getTime()
  let first = ''
  return Array.from({ length: COMMENTS }, (_, i) => {
    const created = new Date(begin + i * 1000)
    const id = newId(created)
    const isFirst = i % 4 === 0
    if (isFirst) first = id
    return {
      ...{ id, root: first, article: ARTICLE, name: `Reader ${i % 700}`, heldFor: [] },
      ...(!isFirst && { parent: first }),
      ...{ text: `${TEXT} *${i}*`, state: 'approved' as const, byEditor: false },
      created: created.toISOString(),
    }
  })
}

const percentile = (times: number[], part: number) =>
  (times.toSorted((a, b) => a - b)[Math.floor(times.length * part)] ?? 0).toFixed(1)

async function benchReading(folder: string): Promise<BenchRow[]> {
  const dataDir = path.join(folder, 'data')
  const server = await startBroadsheet(dataDir)
  try {
    const database = new CommentDatabase(
      sqliteEngine(path.join(dataDir, COMMENTS_FILE), { ...SQLITE_BOUNDS, readWait: 5000 }),
      quiet,
    )
    const comments = livelyArticle()
    for (let at = 0; at < COMMENTS; at += 1000) {
      await database.write((w) => importComments(w, comments.slice(at, at + 1000), 'secret'))
    }
    const reads = await time(async () => {
      const read = await database.read((db) => readCommentsPage(db, ARTICLE, 1))
      if (!read.ok || read.value?.total !== COMMENTS) throw new Error('The comments were not read')
    })
    await database.close()
    // An address that is nobody's comment is rendered anew each time.
    const address = `${server.url}/articles/${ARTICLE}?mine=${'0'.repeat(17)}.${'x'.repeat(43)}`
    const pages = await time(async () => {
      const body = await (await fetch(address)).text()
      if (!body.includes(`${COMMENTS} comments`)) throw new Error('The page lacks its comments')
    })
    const figures = (times: number[]) => `${percentile(times, 0.5)} / ${percentile(times, 0.95)} ms`
    return [
      row('comments of an article with 10,000 read, p50 / p95', figures(reads), ''),
      row('article with 10,000 comments, uncached, p50 / p95', figures(pages), '≤ 60 ms'),
    ]
  } finally {
    await server.stop()
  }
}

async function time(work: () => Promise<void>): Promise<number[]> {
  for (let i = 0; i < 10; i++) await work()
  const times: number[] = []
  for (let i = 0; i < READS; i++) {
    const begin = performance.now()
    await work()
    times.push(performance.now() - begin)
  }
  return times
}

async function benchKills(folder: string, kills: number): Promise<BenchRow> {
  const file = path.join(folder, 'killed.sqlite')
  const acknowledged = await killWriters(file, kills)
  const database = new DatabaseSync(file)
  const texts = database
    .prepare('select text from comments')
    .all()
    .map((found) => String(found.text))
  const integrity = database.prepare('pragma integrity_check').get()
  database.close()
  const lost = [...acknowledged].filter((number) => !texts.includes(`Comment ${number}`)).length
  const twice = texts.length - new Set(texts).size
  const measured = `${lost} lost, ${twice} twice of ${acknowledged.size}, integrity ${Object.values(integrity ?? {})[0]}`
  return row(`comments after ${kills} kills under load`, measured, '0 lost, 0 twice, ok')
}

/** Accepted comments against bare inserts, a very lively article, and a hundred kills. */
export async function benchComments(kills = KILLS): Promise<BenchRow[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-bench-'))
  try {
    return [
      await benchSqlite(folder),
      await benchPostgres(),
      ...(await benchReading(folder)),
      await benchKills(folder, kills),
    ]
  } finally {
    if (existsSync(folder)) rmSync(folder, { recursive: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.table(await benchComments(Number(process.argv[2] ?? KILLS)))
}
