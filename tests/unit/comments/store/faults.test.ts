import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { DatabaseSync } from '@photostructure/sqlite'
import { Kysely, type Migration, sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { textHash } from '@/lib/comments/dedupe'
import { countComments } from '@/lib/comments/store/count-comments'
import { migrate } from '@/lib/comments/store/migrate'
import { migrations } from '@/lib/comments/store/migrations'
import { PostgresPoolDialect } from '@/lib/comments/store/postgres/postgres-dialect'
import { postgresEngine } from '@/lib/comments/store/postgres/postgres-engine'
import { findComment } from '@/lib/comments/store/read-comments'
import { SqliteRunnerDialect } from '@/lib/comments/store/sqlite/sqlite-dialect'
import { SQLITE_BOUNDS, sqliteEngine } from '@/lib/comments/store/sqlite/sqlite-engine'
import { SqliteThread } from '@/lib/comments/store/sqlite/sqlite-thread-client'
import type { Tables } from '@/lib/comments/store/tables'
import { now } from '@/lib/site/clock'
import {
  createPostgresDatabase,
  openSqlite,
  type TestDatabase,
  temporaryFolder,
  value,
  watched,
} from './databases'
import { FLAGGED, post, published, UNLIMITED } from './posts'

const UNAVAILABLE = { ok: false, reason: 'unavailable' }
const tryToPost = (database: TestDatabase, given = post()) =>
  database.submit({ post: given, settings: FLAGGED, limits: UNLIMITED })
const count = (database: TestDatabase) =>
  database.read(async (db) => (await countComments(db, ['nato'])).get('nato') ?? 0)

function openFile(file: string): TestDatabase {
  return watched(sqliteEngine(file, { ...SQLITE_BOUNDS, readWait: 60_000, lockWait: 60_000 }))
}

describe('a file locked by another process', () => {
  function lock(file: string) {
    const other = new DatabaseSync(file)
    other.exec('begin immediate')
    return other
  }

  test('makes a writer wait while the server continues, and is then written', async () => {
    const file = path.join(temporaryFolder(), 'comments.sqlite')
    await using database = openFile(file)
    await published(database)
    const other = lock(file)
    const order: string[] = []
    const posting = tryToPost(database).then(({ ok }) => order.push(ok ? 'posted' : 'refused'))
    expect(await count(database)).toEqual({ ok: true, value: 1 })
    await setTimeout(300).then(() => order.push('the server went on'))
    other.exec('rollback')
    other.close()
    await posting
    expect(order).toEqual(['the server went on', 'posted'])
  })

  test('makes a writer give up in the end, stores nothing then, and can still be read', async () => {
    const file = path.join(temporaryFolder(), 'comments.sqlite')
    // A short wait for the lock, well within the time that a slow machine needs for anything else.
    const engine = sqliteEngine(file, { ...SQLITE_BOUNDS, readWait: 20_000, lockWait: 200 })
    await using database = watched({ ...engine, writeWait: 20_000 })
    await published(database)
    const other = lock(file)
    const given = [post(), post(), post()]
    expect(await Promise.all(given.map((one) => tryToPost(database, one)))).toEqual([
      UNAVAILABLE,
      UNAVAILABLE,
      UNAVAILABLE,
    ])
    expect(await count(database)).toEqual({ ok: true, value: 1 })
    other.exec('rollback')
    other.close()
    expect(await count(database)).toEqual({ ok: true, value: 1 })
    for (const one of given)
      expect(await tryToPost(database, one)).toMatchObject({ value: { kind: 'stored' } })
    expect(database.logged).toHaveLength(2)
  })
})

test('names a file that is not a database, leaves it alone, and works once a good one is there', async () => {
  const file = path.join(temporaryFolder(), 'comments.sqlite')
  const garbage = 'This was once a database. '.repeat(400)
  writeFileSync(file, garbage)
  await using database = openFile(file)
  expect(await database.open()).toEqual(UNAVAILABLE)
  expect(await tryToPost(database)).toEqual(UNAVAILABLE)
  expect(database.trouble).toMatch(
    /comments\.sqlite is damaged \(file is not a database\)\. .*backup/,
  )
  expect(database.logged).toHaveLength(1)
  expect(readFileSync(file, 'utf8')).toBe(garbage)
  writeFileSync(file, '')
  expect(await tryToPost(database)).toMatchObject({ ok: true })
  expect(database.trouble).toBeUndefined()
})

test('names a file that is damaged in the middle', async () => {
  const file = path.join(temporaryFolder(), 'comments.sqlite')
  {
    await using database = openFile(file)
    for (let i = 0; i < 100; i++) await published(database)
  }
  const bytes = readFileSync(file)
  bytes.fill(0x55, 8192)
  writeFileSync(file, bytes)
  await using database = openFile(file)
  const outcomes = [await tryToPost(database), await count(database)]
  expect(outcomes).toEqual([UNAVAILABLE, UNAVAILABLE])
  expect(database.trouble).toMatch(/is damaged/)
})

test('is unavailable where no file can be created', async () => {
  const folder = temporaryFolder()
  writeFileSync(path.join(folder, 'data'), '')
  await using database = openFile(path.join(folder, 'data', 'comments.sqlite'))
  expect(await tryToPost(database)).toEqual(UNAVAILABLE)
  expect(database.trouble).toMatch(/can't be used: .*unable to open/)
})

const pragma = (database: TestDatabase, statement: string) =>
  database.write(async ({ db }) => ({
    keep: true,
    value: await sql.raw(`pragma ${statement}`).execute(db),
  }))

test('says so when the disk is full, can still be read, and loses nothing that was acknowledged', async () => {
  await using database = openSqlite()
  const kept = await published(database)
  // SQLite's own limit causes the same error as a full disk.
  await pragma(database, 'max_page_count = 40')
  const outcomes = []
  for (let i = 0; i < 40; i++)
    outcomes.push(await tryToPost(database, post({ text: `${i}`.repeat(2500) })))
  const acknowledged = outcomes.filter(({ ok }) => ok).length
  expect(outcomes.at(-1)).toEqual(UNAVAILABLE)
  expect(database.trouble).toMatch(/full/)
  expect(await count(database)).toEqual({ ok: true, value: acknowledged + 1 })
  await pragma(database, 'max_page_count = 100000')
  expect(await tryToPost(database)).toMatchObject({ ok: true })
  expect(await value(database.read((db) => findComment(db, kept)))).toBeDefined()
})

test('says so when the file is read-only, and can still be read', async () => {
  await using database = openSqlite()
  await published(database)
  await pragma(database, 'query_only = on')
  expect(await tryToPost(database)).toEqual(UNAVAILABLE)
  expect(await count(database)).toEqual({ ok: true, value: 1 })
})

const OPEN_EMPTY = [
  [
    'sqlite',
    async () => {
      const file = path.join(temporaryFolder(), 'comments.sqlite')
      mkdirSync(path.dirname(file), { recursive: true })
      const runner = new SqliteThread({ file, readOnly: false, lockWait: 1000 })
      const dialect = new SqliteRunnerDialect({ runner, turnWait: 1000 })
      const db = new Kysely<Tables>({ dialect })
      return { db, reopen: () => openFile(file) }
    },
  ],
  [
    'postgres',
    async () => {
      const url = await createPostgresDatabase('template0')
      const options = { url, most: 1, connectWait: 20_000, queryWait: 20_000 }
      const db = new Kysely<Tables>({ dialect: new PostgresPoolDialect(options) })
      const patient = { readWait: 20_000, writeWait: 20_000 }
      return { db, reopen: () => watched(postgresEngine(url, patient)) }
    },
  ],
] as const

describe.each(OPEN_EMPTY)('migrating %s', (dialect, open) => {
  test('leaves the old schema when interrupted, and is completed by the next start', async () => {
    const { db, reopen } = await open()
    const broken: Record<string, Migration> = {
      ...migrations(dialect),
      '0002-rules': {
        async up(migrating) {
          await migrations(dialect)['0002-rules']?.up(migrating)
          throw new Error('The power went.')
        },
      },
    }
    await expect(migrate(db, broken)).rejects.toThrow('The power went.')
    const tables = await db.introspection.getTables()
    expect(tables.map(({ name }) => name).filter((name) => name.startsWith('comment'))).toEqual([])
    await db.destroy()
    await using database = reopen()
    expect(await tryToPost(database)).toMatchObject({ ok: true })
  })

  test('keeps the comments of older schemas, and knows their words', async () => {
    const { db, reopen } = await open()
    const all = migrations(dialect)
    const older = Object.entries(all).filter(([name]) => name < '0005')
    await migrate(db, Object.fromEntries(older))
    const { id, text } = post({ created: now() })
    // Earlier versions stored longer hashes.
    const hash = `${textHash('secret', text)}${'x'.repeat(21)}`
    await sql`insert into comments
      (id, article, root, state, held_for, name, text, skeleton, text_hash, by_editor, created)
      values (${id}, 'nato', ${id}, 'approved', '[]', 'Anna', ${text}, 'anna', ${hash}, 0,
        ${now().toISOString()})`.execute(db)
    await db.destroy()
    await using database = reopen()
    expect(await value(database.read((read) => findComment(read, id)))).toMatchObject({ text })
    const again = post({ text, name: 'Berta', created: now() })
    expect(await tryToPost(database, again)).toMatchObject({
      value: { comment: { heldFor: ['repeat'] } },
    })
  })

  test('refuses a schema from the future, says why and changes nothing', async () => {
    const { db, reopen } = await open()
    await migrate(db, { ...migrations(dialect), '9999-later': { up: async () => {} } })
    await db.destroy()
    await using database = reopen()
    expect(await tryToPost(database)).toEqual(UNAVAILABLE)
    expect(await count(database)).toEqual(UNAVAILABLE)
    expect(database.trouble).toMatch(/newer Broadsheet \(9999-later\)/)
  })

  test('happens once if two servers start together', async () => {
    const { db, reopen } = await open()
    await db.destroy()
    await using one = reopen()
    await using two = reopen()
    expect(await Promise.all([one.open(), two.open()])).toMatchObject([{ ok: true }, { ok: true }])
  })
})
