import { existsSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import * as z from 'zod'
import { Statements } from '@/lib/archive/statements'
import { APPLICATION_ID, SCHEMA, SCHEMA_VERSION } from './store-schema'

/** Only a person who inspects the file could lock it; the one writer waits for that in its own thread. */
const WRITE_TIMEOUT_MS = 10_000

/** KiB of cache: the upper levels of every index of 300,000 versions. */
const WRITE_CACHE_KIB = 32_000

/** Pages of 4 KiB in the log before SQLite copies them into the file: a first reading often returns to most of them. */
const CHECKPOINT_PAGES = 8_000

export const historyFile = (dataDir: string) => path.join(dataDir, 'history.sqlite')

/** Opens the history for its one writer; starts a new file unless the existing one has this version and is intact. */
export function openHistory(dataDir: string): Statements {
  mkdirSync(dataDir, { recursive: true })
  const file = historyFile(dataDir)
  const existing = existsSync(file) ? openExisting(file) : undefined
  if (existing) return existing
  removeHistory(dataDir)
  const database = new DatabaseSync(file, { timeout: WRITE_TIMEOUT_MS })
  database.exec(`PRAGMA journal_mode = WAL; BEGIN;${SCHEMA}COMMIT;`)
  return setUp(new Statements(database))
}

export function removeHistory(dataDir: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) {
    rmSync(`${historyFile(dataDir)}${suffix}`, { force: true })
  }
}

const version = z.object({ user_version: z.number() })
const application = z.object({ application_id: z.number() })

function openExisting(file: string): Statements | undefined {
  let rows: Statements | undefined
  try {
    rows = new Statements(new DatabaseSync(file, { timeout: WRITE_TIMEOUT_MS }))
    const isOurs = rows.one(application, 'PRAGMA application_id')?.application_id === APPLICATION_ID
    const isNow = rows.one(version, 'PRAGMA user_version')?.user_version === SCHEMA_VERSION
    if (isOurs && isNow) return setUp(rows)
  } catch {
    // SQLite opens garbage without an error and fails at the first statement.
  }
  rows?.close()
  return undefined
}

function setUp(rows: Statements): Statements {
  rows.database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
    PRAGMA cache_size = -${WRITE_CACHE_KIB}; PRAGMA temp_store = FILE;
    PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}; PRAGMA journal_size_limit = 64000000`)
  return rows
}

const value = z.object({ value: z.string() })

export function readMeta(rows: Statements, key: string): string | undefined {
  return rows.one(value, 'SELECT value FROM meta WHERE key = :key', { key })?.value
}

export function storeMeta(rows: Statements, key: string, text: string): void {
  rows.run('INSERT OR REPLACE INTO meta (key, value) VALUES (:key, :value)', { key, value: text })
}
