import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { tryLock } from './file-lock'
import { StartError } from './start-error'

/** Allows one server per DATA_DIR. The note beside the lock only tells people which process has it. */
export function lockDataDir(dataDir: string, holder: string): { release(): void } {
  const note = path.join(dataDir, 'server.txt')
  try {
    const lock = tryLock(path.join(dataDir, 'server.lock'))
    if (lock !== undefined) {
      writeFileSync(note, holder)
      return lock
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new StartError(`DATA_DIR: ${dataDir} can't be written to (${reason})`, { cause: error })
  }
  throw new StartError(
    `DATA_DIR: ${dataDir} is in use by ${readHolder(note)}. Stop that server, or give this one another DATA_DIR.`,
  )
}

function readHolder(note: string): string {
  try {
    return readFileSync(note, 'utf8')
  } catch {
    return 'another server'
  }
}
