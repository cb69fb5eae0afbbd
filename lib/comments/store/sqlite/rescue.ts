import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { now } from '@/lib/site/clock'
import { DatabaseError, SQLITE_MOVED } from '../database-error'
import type { FileChange } from './file-identity'
import { copyDatabase, foldLog, keptName } from './whole-file'

const HAPPENED: Record<FileChange, string> = {
  deleted: 'the file was deleted while it was open',
  replaced: 'another file was put in its place while it was open',
  overwritten: 'another program wrote into the file while it was open',
  'log-lost': 'its write-ahead log was deleted or replaced while it was open',
}

/**
 * Saves what only the open file holds, and returns what happened, in words for the operator. Throws when it can't be saved:
 * nothing is lost as long as the file stays open.
 */
export function rescue(
  database: DatabaseSyncInstance,
  { file, lockWait }: { file: string; lockWait: number },
  change: FileChange,
): string {
  const happened = HAPPENED[change]
  if (change === 'overwritten') {
    return `${happened}. It is checked before it is used again. To put another file there, stop the server first.`
  }
  try {
    const kept = change === 'log-lost' ? undefined : keptName(file, now())
    if (kept !== undefined) copyDatabase(database, kept)
    // If it were left, SQLite would read the log at the path as the log of the next file there.
    const isFolded = foldLog(database, { mode: 'truncate', wait: lockWait, usualWait: lockWait })
    if (!isFolded) throw new Error('a reader holds it up')
    if (kept === undefined) return `${happened}. What it held was written into the file.`
    const kind = `${happened}. What it had held is in ${kept}`
    return change === 'replaced'
      ? `${kind}; the new file is checked before it is used.`
      : `${kind}: rename that, or put a backup at the path. A restart begins with no comments.`
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const message = `${happened}, and what it holds can't be saved: ${reason}`
    throw new DatabaseError(message, SQLITE_MOVED, { cause: error })
  }
}
