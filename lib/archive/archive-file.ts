import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import path from 'node:path'
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import * as z from 'zod'
import { indexingVersion } from './indexing-version'
import { APPLICATION_ID, SCHEMA } from './schema'
import { Statements } from './statements'

/** A person who copies or inspects the file may lock it briefly; only the writer's thread waits. */
const WRITE_TIMEOUT_MS = 10_000

/** KiB of pages: enough for the upper levels of every index while 100,000 articles are written. */
const WRITE_CACHE_KIB = 16000

/** Pages that the write-ahead log holds before SQLite copies them into the archive: 16 MB. */
const CHECKPOINT_PAGES = 4_000

export const archiveFile = (dataDir: string) => path.join(dataDir, 'archive.sqlite')
/** A new archive is built here while the old one, if there is one, still answers readers. */
export const buildingFile = (dataDir: string) => path.join(dataDir, 'archive-building.sqlite')

/** The identity of the file at a path, which changes when another file replaces it; undefined if there is none. */
export function fileIdentity(file: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false })
  return found && `${found.dev}:${found.ino}`
}

const MAGIC = 'SQLite format 3\0'

/** Whether a file starts with SQLite's header. */
export function isDatabase(file: string): boolean {
  const begin = Buffer.alloc(MAGIC.length)
  const descriptor = openSync(file, 'r')
  try {
    readSync(descriptor, begin, 0, MAGIC.length, 0)
  } finally {
    closeSync(descriptor)
  }
  return begin.toString('latin1') === MAGIC
}

/** Opens an archive for writing; undefined when it is missing, of another version or broken. */
export function openToWrite(file: string): Statements | undefined {
  if (!existsSync(file)) return undefined
  let rows: Statements | undefined
  try {
    rows = new Statements(new DatabaseSync(file, { timeout: WRITE_TIMEOUT_MS }))
    if (isCurrent(rows)) {
      setUp(rows.database)
      return rows
    }
  } catch {
    // SQLite opens garbage without an error and fails at the first statement: rebuild, as for an old version.
  }
  rows?.close()
  return undefined
}

export function createArchive(file: string): Statements {
  mkdirSync(path.dirname(file), { recursive: true })
  removeArchiveFile(file)
  const database = new DatabaseSync(file, { timeout: WRITE_TIMEOUT_MS })
  setUp(database)
  database.exec(`BEGIN;${SCHEMA}PRAGMA user_version = ${indexingVersion()};COMMIT;`)
  return new Statements(database)
}

/** Puts a finished, closed archive in place of the current one. Readers keep the old one open until they next check. */
export function replaceArchive(built: string, current: string): void {
  if ((statSync(`${built}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) {
    throw new Error(`${built} still has a write-ahead log`)
  }
  const descriptor = openSync(built, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
  // SQLite must never apply the old file's write-ahead log to the new file.
  removeArchiveFile(current)
  renameSync(built, current)
  removeArchiveFile(built)
}

export function removeArchiveFile(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${suffix}`, { force: true })
}

function setUp(database: DatabaseSyncInstance): void {
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
    PRAGMA cache_size = -${WRITE_CACHE_KIB}; PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES};
    PRAGMA journal_size_limit = 64000000; PRAGMA temp_store = MEMORY`)
}

const version = z.object({ user_version: z.number() })
const application = z.object({ application_id: z.number() })
const counted = z.object({ count: z.number() })

function isCurrent(rows: Statements): boolean {
  const isOurs = rows.one(application, 'PRAGMA application_id')?.application_id === APPLICATION_ID
  const isNow = rows.one(version, 'PRAGMA user_version')?.user_version === indexingVersion()
  if (!isOurs || !isNow) return false
  // Reads once from each of the larger tables, so that a truncated file fails here and not in front of a reader.
  return ['files', 'articles', 'entries', 'problems', 'texts_data'].every(
    (table) =>
      rows.one(counted, `SELECT count(*) AS count FROM (SELECT 1 FROM ${table} LIMIT 1)`) !==
      undefined,
  )
}
