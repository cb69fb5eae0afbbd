import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'

/**
 * Takes a lock between processes; returns undefined when another process has it. The lock is SQLite's lock on an empty
 * file: the system releases it however the process ends, so `kill -9` leaves no stale lock, and a reused process id can't
 * deceive it.
 */
export function tryLock(file: string): { release(): void } | undefined {
  mkdirSync(path.dirname(file), { recursive: true })
  const database = new DatabaseSync(file)
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    if (/locked|busy/i.test(String(error))) return undefined
    throw error
  }
  return { release: () => database.close() }
}
