import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import * as z from 'zod'
import { Statements } from '@/lib/archive/statements'
import { jsonText } from '@/lib/article/json-text'
import { type Choice, choice } from './choosing'

/** Where choices are stored, with the number of calls on each day. */
export type KeptChoices = {
  find(key: string): Choice | undefined
  store(key: string, chosen: Choice, now: Date): void
  /** Counts a call and returns the day's calls, this one included. */
  countCall(day: string): number
  callsOf(day: string): number
  close(): void
}

/** Some months of a large newsroom. */
const MOST_KEPT = 50_000
/** Choices stored between two checks of their number. */
const LOOK_EVERY = 500

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS choices (key TEXT PRIMARY KEY, chosen TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS choices_by_age ON choices (at);
  CREATE TABLE IF NOT EXISTS calls (day TEXT PRIMARY KEY, calls INTEGER NOT NULL) WITHOUT ROWID;`

const kept = z.object({ chosen: jsonText(choice) })
const counted = z.object({ calls: z.number() })

/**
 * Stores choices in DATA_DIR. A file that can't be used is replaced by an empty one: this loses only the cost of choosing
 * again.
 */
export function openChoices(dataDir: string): KeptChoices {
  const file = path.join(dataDir, 'choices.sqlite')
  mkdirSync(dataDir, { recursive: true })
  try {
    return keptIn(file)
  } catch {
    for (const suffix of ['', '-wal', '-shm', '-journal'])
      rmSync(`${file}${suffix}`, { force: true })
    return keptIn(file)
  }
}

/** The same in memory, for commands. */
export const choicesInMemory = (): KeptChoices => keptIn(':memory:')

function keptIn(file: string): KeptChoices {
  const rows = new Statements(new DatabaseSync(file))
  try {
    // Everything here can be chosen again, so no commit needs to wait for the disk.
    rows.database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; ${SCHEMA}`)
  } catch (error) {
    rows.close()
    throw error
  }
  let stored = 0
  const callsOf = (day: string) =>
    rows.one(counted, 'SELECT calls FROM calls WHERE day = :day', { day })?.calls ?? 0
  return {
    find: (key) => rows.one(kept, 'SELECT chosen FROM choices WHERE key = :key', { key })?.chosen,
    store(key, chosen, now) {
      const values = { key, chosen: JSON.stringify(chosen), at: now.getTime() }
      rows.run('INSERT OR REPLACE INTO choices VALUES (:key, :chosen, :at)', values)
      if (stored++ % LOOK_EVERY !== 0) return
      const surplus = `SELECT key FROM choices ORDER BY at DESC LIMIT -1 OFFSET ${MOST_KEPT}`
      rows.run(`DELETE FROM choices WHERE key IN (${surplus})`)
    },
    countCall(day) {
      rows.run(
        'INSERT INTO calls VALUES (:day, 1) ON CONFLICT (day) DO UPDATE SET calls = calls + 1',
        { day },
      )
      rows.run('DELETE FROM calls WHERE day < :day', { day })
      return callsOf(day)
    },
    callsOf,
    close: () => rows.close(),
  }
}
