import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { Kysely } from 'kysely'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { postgresSource, sqliteSource } from '@/lib/comments/commands/backup-sources'
import { readBackup } from '@/lib/comments/commands/read-backup'
import { restoreToPostgres } from '@/lib/comments/commands/restore-postgres'
import { restoreToFile } from '@/lib/comments/commands/restore-sqlite'
import { storeBackup } from '@/lib/comments/commands/store-backup'
import { writeExport } from '@/lib/comments/commands/whole-export'
import type { CommentDatabase } from '@/lib/comments/store/comment-database'
import { migrate } from '@/lib/comments/store/migrate'
import { migrations } from '@/lib/comments/store/migrations'
import { agreeOnKey, readSecretKey } from '@/lib/comments/store/secret-key'
import { SqliteRunnerDialect } from '@/lib/comments/store/sqlite/sqlite-dialect'
import { SQLITE_BOUNDS, sqliteEngine } from '@/lib/comments/store/sqlite/sqlite-engine'
import { SqliteThread } from '@/lib/comments/store/sqlite/sqlite-thread-client'
import type { Tables } from '@/lib/comments/store/tables'
import { Refusal } from '@/lib/site/refusal'
import { openPostgres, temporaryFolder, value, watched } from './databases'
import { NOON, post, published, submit } from './posts'

const HERE = { app: '0.2.0', schema: Object.keys(migrations('sqlite')) }
const MADE = { app: HERE.app, now: NOON }
const PATIENT = { ...SQLITE_BOUNDS, lockWait: 60_000, readWait: 60_000 }

const openIn = (dataDir: string) =>
  watched(sqliteEngine(path.join(dataDir, 'comments.sqlite'), PATIENT))

async function exported(database: CommentDatabase): Promise<string[]> {
  const lines: string[] = []
  await value(writeExport(database, (line) => lines.push(line)))
  return lines
}

async function exportedFrom(dataDir: string): Promise<string[]> {
  await using database = openIn(dataDir)
  return await exported(database)
}

/** A folder with two comments in a thread, and a third that waits. */
async function filled(): Promise<string> {
  const dataDir = temporaryFolder()
  readSecretKey(dataDir)
  await using database = openIn(dataDir)
  const parent = await published(database, { text: 'First.' })
  await published(database, { parent, text: 'Answer.' })
  await submit(database, post({ honeypot: 'x', text: 'Waits.' }))
  return dataDir
}

const newFolder = () => path.join(temporaryFolder(), 'backup')

const restoreOptions = (dataDir: string, replace = false) => ({
  ...{ dataDir, replace, now: NOON, complain: () => {} },
})

async function restore(folder: string, dataDir: string, replace = false): Promise<string[]> {
  return restoreToFile(await readBackup(folder, HERE), restoreOptions(dataDir, replace))
}

const refusalOf = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof Refusal)) throw new Error(`Not refused: ${String(error)}`)
  return error.message
}

/** Changes a backup's manifest. */
function change(folder: string, changes: Record<string, unknown>): void {
  const file = path.join(folder, 'manifest.json')
  const manifest = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')))
  writeFileSync(file, JSON.stringify({ ...manifest, ...changes }))
}

test('a backup taken while readers post restores everything acknowledged before it', async () => {
  const [dataDir, folder, elsewhere] = [await filled(), newFolder(), temporaryFolder()]
  await using database = openIn(dataDir)
  const before = await exported(database)
  const posting = Promise.all(Array.from({ length: 40 }, () => submit(database, post())))
  const made = await storeBackup(folder, sqliteSource(dataDir), MADE)
  await posting
  expect(made.schema).toEqual(HERE.schema)
  expect(await restore(folder, elsewhere)).toEqual([])
  const after = await exportedFrom(elsewhere)
  expect(after).toEqual(expect.arrayContaining(before))
  expect(after).toHaveLength(made.comments + 1)
  expect(readSecretKey(elsewhere)).toBe(readSecretKey(dataDir))
})

test('a backup replaces an earlier one, and leaves nothing else beside it', async () => {
  const [dataDir, folder] = [await filled(), newFolder()]
  mkdirSync(folder, { mode: 0o750 })
  await storeBackup(folder, sqliteSource(dataDir), MADE)
  await storeBackup(folder, sqliteSource(dataDir), MADE)
  expect(readdirSync(path.dirname(folder))).toEqual(['backup'])
  expect(readdirSync(folder).sort()).toEqual(['comments.sqlite', 'manifest.json', 'secret.key'])
  expect(statSync(folder).mode & 0o777).toBe(0o750)
})

test('a backup is written to the folder that a symbolic link points to', async () => {
  const [dataDir, folder] = [await filled(), newFolder()]
  mkdirSync(folder)
  const link = path.join(temporaryFolder(), 'link')
  symlinkSync(folder, link)
  await storeBackup(link, sqliteSource(dataDir), MADE)
  expect(readdirSync(folder)).toContain('manifest.json')
  expect(readdirSync(path.dirname(link))).toEqual(['link'])
})

test('a backup that fails leaves the earlier one as it was', async () => {
  const [dataDir, folder] = [await filled(), newFolder()]
  await storeBackup(folder, sqliteSource(dataDir), MADE)
  const before = readFileSync(path.join(folder, 'manifest.json'), 'utf8')
  writeFileSync(path.join(dataDir, 'comments.sqlite'), 'no database '.repeat(500))
  expect(await refusalOf(storeBackup(folder, sqliteSource(dataDir), MADE))).toMatch(
    /comments\.sqlite can't be copied: file is not a database/,
  )
  expect(readFileSync(path.join(folder, 'manifest.json'), 'utf8')).toBe(before)
  expect(readdirSync(path.dirname(folder))).toEqual(['backup'])
})

test.each([
  ['another folder', (folder: string) => writeFileSync(path.join(folder, 'notes.txt'), 'mine')],
  [
    'a backup with something else in it',
    (folder: string) => {
      writeFileSync(path.join(folder, 'manifest.json'), '{}')
      writeFileSync(path.join(folder, 'notes.txt'), 'mine')
    },
  ],
])('nothing is written in place of %s', async (_, fill) => {
  const [dataDir, folder] = [await filled(), temporaryFolder()]
  fill(folder)
  const before = readdirSync(folder)
  expect(await refusalOf(storeBackup(folder, sqliteSource(dataDir), MADE))).toMatch(
    /is not a backup/,
  )
  expect(readdirSync(folder)).toEqual(before)
})

test.each(['comments.sqlite', 'secret.key'])('no backup without %s', async (name) => {
  const [dataDir, folder] = [await filled(), newFolder()]
  renameSync(path.join(dataDir, name), path.join(dataDir, 'away'))
  expect(await refusalOf(storeBackup(folder, sqliteSource(dataDir), MADE))).toMatch(
    `holds no ${name}`,
  )
  expect(existsSync(folder)).toBe(false)
})

test('existing comments are replaced only if told so, and are kept beside with their key', async () => {
  const [dataDir, folder, elsewhere] = [await filled(), newFolder(), await filled()]
  await storeBackup(folder, sqliteSource(dataDir), MADE)
  const [theirs, ours] = [await exportedFrom(elsewhere), await exportedFrom(dataDir)]
  expect(await refusalOf(restore(folder, elsewhere))).toMatch(
    /holds 3 comments and 0 reported mistakes\. With --replace/,
  )
  expect(await exportedFrom(elsewhere)).toEqual(theirs)
  const [database = '', key = ''] = await restore(folder, elsewhere, true)
  expect(await exportedFrom(elsewhere)).toEqual(ours)
  const kept = temporaryFolder()
  cpSync(database, path.join(kept, 'comments.sqlite'))
  expect(await exportedFrom(kept)).toEqual(theirs)
  expect(readFileSync(key, 'utf8').trim()).not.toBe(readSecretKey(elsewhere))
})

test('what was left in a killed server’s log is not mixed into the restored file', async () => {
  const [dataDir, folder, killed] = [await filled(), newFolder(), temporaryFolder()]
  await storeBackup(folder, sqliteSource(dataDir), MADE)
  {
    // As after kill -9: the log was never folded.
    await using running = openIn(await filled())
    await published(running)
    const from = path.dirname(running.where)
    for (const name of readdirSync(from)) cpSync(path.join(from, name), path.join(killed, name))
  }
  const [kept = ''] = await restore(folder, killed, true)
  expect(await exportedFrom(killed)).toEqual(await exportedFrom(dataDir))
  const beside = temporaryFolder()
  cpSync(kept, path.join(beside, 'comments.sqlite'))
  expect(await exportedFrom(beside)).toHaveLength(5)
})

test('a backup replaces a damaged file, which is kept as it is', async () => {
  const [dataDir, folder, damaged] = [await filled(), newFolder(), temporaryFolder()]
  await storeBackup(folder, sqliteSource(dataDir), MADE)
  const garbage = 'no database '.repeat(500)
  writeFileSync(path.join(damaged, 'comments.sqlite'), garbage)
  expect(await refusalOf(restore(folder, damaged))).toMatch(/holds something that can’t be read/)
  const [kept = ''] = await restore(folder, damaged, true)
  expect(readFileSync(kept, 'utf8')).toBe(garbage)
  expect(await exportedFrom(damaged)).toEqual(await exportedFrom(dataDir))
})

test.each([
  [
    'a file that was damaged since',
    (folder: string) => appendFileSync(path.join(folder, 'comments.sqlite'), 'x'),
    /its SHA-256 differs/,
  ],
  [
    'a missing file',
    (folder: string) => renameSync(path.join(folder, 'secret.key'), path.join(folder, 'away')),
    /secret\.key is missing/,
  ],
  [
    'a schema from the future',
    (folder: string) => change(folder, { schema: [...HERE.schema, '9999-later'] }),
    /schema 9999-later; this is 0\.2\.0\. Restore it with that version/,
  ],
  [
    'a later version',
    (folder: string) => change(folder, { app: '0.10.0' }),
    /made by Broadsheet 0\.10\.0/,
  ],
  [
    'a later kind of backup',
    (folder: string) => change(folder, { version: 2, more: true }),
    /made by a newer Broadsheet/,
  ],
  [
    'a manifest that names files elsewhere',
    (folder: string) => change(folder, { files: { '../secret.key': {} } }),
    /is not a backup/,
  ],
  [
    'a manifest with other counts',
    (folder: string) => change(folder, { comments: 7 }),
    /other comments than its manifest says/,
  ],
])('nothing is restored from %s', async (_, spoil, refusal) => {
  const [dataDir, folder, elsewhere] = [await filled(), newFolder(), temporaryFolder()]
  await storeBackup(folder, sqliteSource(dataDir), MADE)
  spoil(folder)
  expect(await refusalOf(restore(folder, elsewhere))).toMatch(refusal)
  expect(readdirSync(elsewhere)).toEqual([])
})

test('PostgreSQL: the export, with the key that the servers share, restores into an empty database or a file', async () => {
  await using database = await openPostgres()
  await using fresh = await openPostgres()
  const key = readSecretKey(temporaryFolder())
  const parent = await published(database)
  await published(database, { parent })
  const folder = newFolder()
  const made = await storeBackup(folder, postgresSource(database, key), MADE)
  expect(made).toMatchObject({ comments: 2, reports: 0, schema: HERE.schema })
  const backup = await readBackup(folder, HERE)

  // Another server came first and left its key.
  await value(fresh.write((writing) => agreeOnKey(writing, 'another key')))
  await restoreToPostgres(backup, fresh, NOON)
  expect(await exported(fresh)).toEqual(await exported(database))
  expect(await value(fresh.write((writing) => agreeOnKey(writing, 'a third')))).toBe(key)
  expect(await refusalOf(restoreToPostgres(backup, fresh, NOON))).toMatch(/holds comments/)

  const dataDir = temporaryFolder()
  await restoreToFile(backup, restoreOptions(dataDir))
  expect(await exportedFrom(dataDir)).toEqual(await exported(database))
  expect(readSecretKey(dataDir)).toBe(key)
})

test('a SQLite backup isn’t restored into PostgreSQL, and the message says so', async () => {
  const [dataDir, folder] = [await filled(), newFolder()]
  await storeBackup(folder, sqliteSource(dataDir), MADE)
  await using database = await openPostgres()
  const backup = await readBackup(folder, HERE)
  expect(await refusalOf(restoreToPostgres(backup, database, NOON))).toMatch(/holds a SQLite file/)
})

test('a backup of an older schema is restored as it is, and migrated when it is used', async () => {
  const [dataDir, folder, elsewhere] = [temporaryFolder(), newFolder(), temporaryFolder()]
  readSecretKey(dataDir)
  const file = path.join(dataDir, 'comments.sqlite')
  const runner = new SqliteThread({ file, readOnly: false, lockWait: 60_000 })
  const db = new Kysely<Tables>({
    dialect: new SqliteRunnerDialect({ runner, turnWait: 60_000 }),
  })
  const older = HERE.schema.slice(0, 3)
  const all = migrations('sqlite')
  await migrate(
    db,
    Object.fromEntries(Object.entries(all).filter(([name]) => older.includes(name))),
  )
  await db.destroy()
  const made = await storeBackup(folder, sqliteSource(dataDir), MADE)
  expect(made).toMatchObject({ schema: older, comments: 0, reports: 0 })
  await restore(folder, elsewhere)
  await using database = openIn(elsewhere)
  await published(database)
})
