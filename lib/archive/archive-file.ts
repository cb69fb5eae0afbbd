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
import { z } from 'zod'
import { indexingVersion } from './indexing-version'
import { APPLICATION_ID, SCHEMA } from './schema'
import { Statements } from './statements'

/** Somebody who copies or inspects the file may hold its lock for a moment; only the writer's thread waits. */
const WRITE_TIMEOUT_MS = 10_000

/** KiB of pages: enough for the upper levels of every index while 100,000 articles are written. */
const WRITE_CACHE_KIB = 16000

/** Pages that the write-ahead log holds before they are copied into the archive: 16 MB. */
const CHECKPOINT_PAGES = 4_000

export const archiveFile = (dataDir: string) => path.join(dataDir, 'archive.sqlite')
/** Where an archive is built while the one before it, if there is one, still answers. */
export const buildingFile = (dataDir: string) => path.join(dataDir, 'archive-building.sqlite')

/** Which file stands at a path, or undefined for none: another file there has another identity. */
export function fileIdentity(file: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false })
  return found && `${found.dev}:${found.ino}`
}

const MAGIC = 'SQLite format 3\0'

/** Whether a file begins as a database does. */
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

/** Opens an archive to write into; undefined when there is none, or none of this version in working order. */
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
    // Garbage opens without an error and fails at the first statement: it is built again like an old version.
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

/** Puts a finished, closed archive in place of the current one. Readers of the old one keep it until they look again. */
export function replaceArchive(built: string, current: string): void {
  if ((statSync(`${built}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) {
    throw new Error(`${built} still has a write-ahead log`)
  }
  const descriptor = openSync(built, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
  // A write-ahead log of the old file must never be taken for one of the new.
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
  // One read from each of the larger tables: a file cut short fails here and not in front of a reader.
  return ['files', 'articles', 'entries', 'problems', 'texts_data'].every(
    (table) =>
      rows.one(counted, `SELECT count(*) AS count FROM (SELECT 1 FROM ${table} LIMIT 1)`) !==
      undefined,
  )
}
