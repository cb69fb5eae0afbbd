import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'

/**
 * Holds a lock among processes, or says undefined when another one has it. The lock is SQLite's on an empty file:
 * the system takes it back when the process ends, however it ends, so a `kill -9` leaves nothing stale behind, and a
 * process number used twice can't deceive it.
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
