import {
  copyFileSync,
  existsSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { DatabaseSync } from '@photostructure/sqlite'
import { Kysely } from 'kysely'
import { expect, test } from 'vitest'
import { sharedCommits } from '@/lib/comments/store/sqlite/shared-commits'
import { type Runner, SqliteRunnerDialect } from '@/lib/comments/store/sqlite/sqlite-dialect'
import { SQLITE_BOUNDS, sqliteEngine } from '@/lib/comments/store/sqlite/sqlite-engine'
import { SqliteFile } from '@/lib/comments/store/sqlite/sqlite-file'
import type { Tables } from '@/lib/comments/store/tables'
import { type TestDatabase, temporaryFolder, watched } from './databases'
import { FLAGGED, post, published, UNLIMITED } from './posts'

const UNAVAILABLE = { ok: false, reason: 'unavailable' }
const PATIENT = { ...SQLITE_BOUNDS, lockWait: 60_000, readWait: 60_000 }
/** As a server watches its file. */
const SERVER = { ...PATIENT, watchEvery: 20 }

const until = async (condition: () => boolean) => {
  while (!condition()) await setTimeout(20)
}

const tryToPost = (database: TestDatabase, given = post()) =>
  database.submit({ post: given, settings: FLAGGED, limits: UNLIMITED })

/** What the next process to open the file finds. */
function textsIn(file: string): string[] {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    return database
      .prepare('select text from comments order by text')
      .all()
      .map(({ text }) => String(text))
  } finally {
    database.close()
  }
}

const keptIn = (file: string): string[] =>
  readdirSync(path.dirname(file))
    .filter((name) => name.startsWith('comments.sqlite.kept-'))
    .map((name) => path.join(path.dirname(file), name))

const newFile = () => path.join(temporaryFolder(), 'comments.sqlite')

async function fileHolding(text: string): Promise<string> {
  const file = newFile()
  await using database = watched(sqliteEngine(file, PATIENT))
  await published(database, { text })
  return file
}

test('deleted while open: no comment is acknowledged, everything it held is kept, and a new file at the path is used', async () => {
  const file = newFile()
  await using database = watched(sqliteEngine(file, PATIENT))
  await published(database, { text: 'Before.' })
  rmSync(file)
  const lost = post({ text: 'After.' })
  expect(await tryToPost(database, lost)).toEqual(UNAVAILABLE)
  expect(await tryToPost(database, lost)).toEqual(UNAVAILABLE)
  expect(existsSync(file)).toBe(false)
  const [kept = ''] = keptIn(file)
  expect(keptIn(file)).toHaveLength(1)
  expect(textsIn(kept)).toEqual(['Before.'])
  expect(database.logged).toEqual([
    expect.stringContaining(`deleted while it was open. What it had held is in ${kept}`),
  ])
  expect(database.isMoved).toBe(true)
  renameSync(kept, file)
  await until(() => database.trouble === undefined)
  expect(await tryToPost(database, lost)).toMatchObject({ ok: true })
  expect(database.isMoved).toBe(false)
  await database.close()
  expect(textsIn(file)).toEqual(['After.', 'Before.'])
})

test('replaced by another good file: later acknowledged comments are in that one', async () => {
  const other = await fileHolding('From a backup.')
  const file = newFile()
  await using database = watched(sqliteEngine(file, PATIENT))
  await published(database, { text: 'Before.' })
  renameSync(other, file)
  const late = post({ text: 'After.' })
  expect(await tryToPost(database, late)).toEqual(UNAVAILABLE)
  await until(() => database.trouble === undefined)
  expect(await tryToPost(database, late)).toMatchObject({ value: { kind: 'stored' } })
  expect(keptIn(file).map(textsIn)).toEqual([['Before.']])
  await database.close()
  expect(textsIn(file)).toEqual(['After.', 'From a backup.'])
})

test('replaced between the start of a write and its commit: the writer is not told that it worked', async () => {
  const other = await fileHolding('From a backup.')
  const file = newFile()
  await using database = watched(sqliteEngine(file, PATIENT))
  await published(database)
  const outcome = await database.write(async ({ db }) => {
    await db.updateTable('comments').set({ name: 'Changed' }).execute()
    renameSync(other, file)
    return { keep: true, value: undefined }
  })
  expect(outcome).toEqual(UNAVAILABLE)
})

test('replaced before posts that share a commit are committed: no writer is told that it worked', async () => {
  const other = await fileHolding('From a backup.')
  const at = await fileHolding('Before.')
  const file = new SqliteFile({ file: at, readOnly: false, lockWait: 1000 })
  const runner: Runner = {
    run: async (statement, parameters) => file.run(statement, parameters),
    close: async () => file.close(),
  }
  const db = new Kysely<Tables>({ dialect: new SqliteRunnerDialect({ runner, turnWait: 1000 }) })
  const commits = sharedCommits(db)
  const posts = ['One', 'Two'].map((name) =>
    commits.add(async (trx) => {
      await trx.updateTable('comments').set({ name }).execute()
      if (name === 'Two') renameSync(other, at)
      return true
    }),
  )
  const moved = expect.objectContaining({ message: expect.stringMatching(/another file was put/) })
  expect(await Promise.allSettled(posts)).toEqual([
    { status: 'rejected', reason: moved },
    { status: 'rejected', reason: moved },
  ])
  await db.destroy()
})

test('overwritten while nobody posts: noticed, checked, and used', async () => {
  const other = await fileHolding('From a backup.')
  const file = newFile()
  await using database = watched(sqliteEngine(file, SERVER), true)
  await published(database, { text: 'Before.' })
  await until(() => statSync(`${file}-wal`).size === 0)
  // The server remembers what the file looks like once it has folded the log into it, a little later.
  await setTimeout(500)
  copyFileSync(other, file)
  await until(() => database.logged.length > 0)
  await until(() => database.trouble === undefined)
  expect(database.logged[0]).toMatch(/another program wrote into the file/)
  await published(database, { text: 'After.' })
  await database.close()
  expect(textsIn(file)).toEqual(['After.', 'From a backup.'])
})

test('overwritten while its log holds comments: they are still read, and none is lost', async () => {
  const other = await fileHolding('From a backup.')
  const file = newFile()
  await using database = watched(sqliteEngine(file, { ...SERVER, watchEvery: 60_000 }), true)
  await published(database, { text: 'Before.' })
  copyFileSync(other, file)
  await database.close()
  expect(textsIn(file)).toEqual(['Before.'])
})

test('replaced by something other than a database: reported, left alone, and forgotten once a good one is there', async () => {
  const other = await fileHolding('From a backup.')
  const file = newFile()
  await using database = watched(sqliteEngine(file, SERVER), true)
  await published(database)
  rmSync(file)
  writeFileSync(file, 'This was once a database. '.repeat(400))
  await until(() => database.trouble?.includes('is damaged') === true)
  expect(await tryToPost(database)).toEqual(UNAVAILABLE)
  renameSync(other, file)
  await until(() => database.trouble === undefined)
  await database.close()
  expect(textsIn(file)).toEqual(['From a backup.'])
})

test('its log deleted while open: the log’s content is in the file', async () => {
  const file = newFile()
  await using database = watched(sqliteEngine(file, PATIENT))
  await published(database, { text: 'Before.' })
  rmSync(`${file}-wal`)
  const late = post({ text: 'After.' })
  expect(await tryToPost(database, late)).toEqual(UNAVAILABLE)
  await until(() => database.trouble === undefined)
  expect(await tryToPost(database, late)).toMatchObject({ ok: true })
  expect(database.logged[0]).toMatch(/write-ahead log was deleted/)
  await database.close()
  expect(textsIn(file)).toEqual(['After.', 'Before.'])
})

test('deleted just before the end: kept', async () => {
  const file = newFile()
  {
    await using database = watched(sqliteEngine(file, PATIENT))
    await published(database, { text: 'Before.' })
    rmSync(file)
  }
  expect(keptIn(file).map(textsIn)).toEqual([['Before.']])
})

test('when it can’t be saved it stays open, and nothing is lost when it is put back in its place', async () => {
  const file = newFile()
  await using database = watched(sqliteEngine(file, PATIENT))
  await published(database, { text: 'Before.' })
  const away = `${path.dirname(file)}-away`
  renameSync(path.dirname(file), away)
  const late = post({ text: 'After.' })
  expect(await tryToPost(database, late)).toEqual(UNAVAILABLE)
  expect(database.trouble).toMatch(/what it holds can't be saved/)
  renameSync(away, path.dirname(file))
  await until(() => database.trouble === undefined)
  expect(await tryToPost(database, late)).toMatchObject({ ok: true })
  await database.close()
  expect(textsIn(file)).toEqual(['After.', 'Before.'])
})

test('the log is folded into the file while nobody writes: a copy of the file alone is complete', async () => {
  const file = newFile()
  await using database = watched(sqliteEngine(file, SERVER), true)
  for (const text of ['One.', 'Two.']) await published(database, { text })
  await until(() => statSync(`${file}-wal`).size === 0)
  const copy = newFile()
  copyFileSync(file, copy)
  expect(textsIn(copy)).toEqual(['One.', 'Two.'])
  expect(database.logged).toEqual([])
})

test('the log is folded into the file at the end, even while another process has the file open', async () => {
  const file = newFile()
  const database = watched(sqliteEngine(file, SERVER), true)
  await published(database, { text: 'One.' })
  await until(() => statSync(`${file}-wal`).size === 0)
  const other = new DatabaseSync(file)
  other.prepare('select count(*) from comments').get()
  await published(database, { text: 'Two.' })
  await database.close()
  const copy = newFile()
  copyFileSync(file, copy)
  expect(textsIn(copy)).toEqual(['One.', 'Two.'])
  other.close()
})
