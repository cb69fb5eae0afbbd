import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { CommentDatabase } from '@/lib/comments/store/comment-database'
import type { Engine, Outcome } from '@/lib/comments/store/engine'
import { postgresEngine } from '@/lib/comments/store/postgres/postgres-engine'
import {
  SQLITE_BOUNDS,
  type SqliteBounds,
  sqliteEngine,
} from '@/lib/comments/store/sqlite/sqlite-engine'

export type TestDatabase = CommentDatabase &
  AsyncDisposable & { announced: string[]; logged: string[] }

/** Generous: these tests are about what happens, not how fast. */
const PATIENT = { readWait: 60_000, writeWait: 60_000 }

export function temporaryFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'broadsheet-comments-'))
}

export async function createPostgresDatabase(
  template: 'migrated' | 'template0' = 'migrated',
): Promise<string> {
  const name = `t_${randomBytes(6).toString('hex')}`
  const client = new pg.Client(`${inject('postgresUrl')}/postgres`)
  await client.connect()
  await client.query(`create database ${name} template ${template}`)
  await client.end()
  return `${inject('postgresUrl')}/${name}`
}

export function watched(engine: Engine, watch = false, cleanUp = async () => {}): TestDatabase {
  const announced: string[] = []
  const logged: string[] = []
  const database = new CommentDatabase(engine, {
    announce: (articles) => {
      announced.push(...articles)
    },
    log: (message) => logged.push(message),
    watch,
  })
  return Object.assign(database, {
    announced,
    logged,
    async [Symbol.asyncDispose]() {
      await database.close()
      await cleanUp()
    },
  })
}

export function openSqlite(bounds: Partial<SqliteBounds> = {}): TestDatabase {
  const folder = temporaryFolder()
  const engine = sqliteEngine(path.join(folder, 'comments.sqlite'), {
    ...SQLITE_BOUNDS,
    readWait: PATIENT.readWait,
    lockWait: PATIENT.writeWait,
    ...bounds,
  })
  return watched(engine, false, () => rm(folder, { recursive: true }))
}

export async function openPostgres(): Promise<TestDatabase> {
  return watched(postgresEngine(await createPostgresDatabase(), PATIENT))
}

/** Every rule of the store is tested on both. */
export const DATABASES = [
  ['SQLite', async () => openSqlite()],
  ['PostgreSQL', openPostgres],
] as const satisfies [string, () => Promise<TestDatabase>][]

/** The database's answer; fails the test when the database couldn't be used. */
export async function value<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const answer = await outcome
  if (!answer.ok) throw new Error('The database was unavailable.')
  return answer.value
}
