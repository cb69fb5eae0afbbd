import path from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import pg from 'pg'
import { addressHash } from '@/lib/comments/address-hash'
import { fingerprint, textHash } from '@/lib/comments/dedupe'
import { CommentDatabase } from '@/lib/comments/store/comment-database'
import type { Engine } from '@/lib/comments/store/engine'
import { postgresEngine } from '@/lib/comments/store/postgres/postgres-engine'
import { sqliteEngine } from '@/lib/comments/store/sqlite/sqlite-engine'
import { now } from '@/lib/site/clock'
import { startPostgres } from '../support/postgres'
import type { BenchRow } from './archive'
import { newId, TEXT } from './lively-article'

/** As many readers as post at the same time on a very busy day. */
const AT_A_TIME = 8
/** The two are measured in turns, so that other load on the machine affects both. */
const TURNS = 4
const TURN_MS = 1500
/** Rates are counted as usual, but never exceeded. */
const LIMITS = {
  address: [
    { name: 'ten-minutes', most: 1e9, window: 600_000 },
    { name: 'day', most: 1e9, window: 86_400_000 },
  ],
  total: { name: 'total', most: 1e9, window: 600_000 },
}

/** The way a server opens its database. */
const quiet = { log: console.error, announce: () => {}, watch: true }
let count = 0

async function post(database: CommentDatabase): Promise<void> {
  count++
  const created = now()
  const words = { article: 'nato', name: 'Anna', text: `${TEXT}${count}` }
  const given = {
    ...{ ...words, id: newId(created), created, honeypot: '' },
    // From a thousand networks.
    addressHashes: [addressHash('today', `${count % 1000}`), 'yesterday'] as const,
    fingerprint: fingerprint('secret', words),
    textHash: textHash('secret', words.text),
  }
  const settings = { moderation: 'all' as const, staff: [] }
  const outcome = await database.submit({ post: given, settings, limits: LIMITS })
  if (!outcome.ok || outcome.value.kind !== 'stored') {
    throw new Error(`A comment was not stored: ${JSON.stringify(outcome)}`)
  }
}

/** How often `work` runs in a turn's time, with this many at once. */
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
  return {
    what: `comments accepted, ${name}, against a bare insert loop`,
    measured: `${ratio} (${figures})`,
    goal: '≥ 0.5',
  }
}

/** Compared to a file of its own with the same durability: write-ahead log, `synchronous=FULL`. */
export async function benchSqlite(folder: string): Promise<BenchRow> {
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

/** Compared to the same server with one statement per commit. */
export async function benchPostgres(): Promise<BenchRow> {
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
