import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { StartError } from './start-error'

/**
 * One server per DATA_DIR. The lock is SQLite's on an empty file: the system takes it back when the process ends,
 * however it ends, so a `kill -9` leaves nothing stale behind, and a process number used twice can't deceive it. The
 * note beside it only tells people who holds the lock.
 */
export function lockDataDir(dataDir: string, pid: number, siteUrl: string): { release(): void } {
  const note = path.join(dataDir, 'server.txt')
  const database = openLock(dataDir)
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    throw new StartError(
      `DATA_DIR: ${dataDir} is in use by ${readHolder(note)}. Stop that server, or give this one another DATA_DIR.`,
      { cause: error },
    )
  }
  writeFileSync(note, `the server with process number ${pid} at ${siteUrl}`)
  return { release: () => database.close() }
}

function openLock(dataDir: string) {
  try {
    mkdirSync(dataDir, { recursive: true })
    return new DatabaseSync(path.join(dataDir, 'server.lock'))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new StartError(`DATA_DIR: ${dataDir} can't be written to (${reason})`, { cause: error })
  }
}

function readHolder(note: string): string {
  try {
    return readFileSync(note, 'utf8')
  } catch {
    return 'another server'
  }
}
