import { Kysely } from 'kysely'
import { now } from '@/lib/site/clock'
import type { Engine } from '../engine'
import { migrate } from '../migrate'
import { migrations } from '../migrations'
import { submitQueue } from '../submit-queue'
import type { Tables } from '../tables'
import { SqliteRunnerDialect } from './sqlite-dialect'
import { SqliteThread } from './sqlite-thread-client'
import { repeat, watchFile } from './watch-file'

/** Limits in milliseconds; a test shortens them. */
export type SqliteBounds = {
  /** A writer outlasts a backup or an import; a process that locks the file longer has hung. */
  lockWait: number
  /**
   * How long a page waits for its comments. It waits no longer than READER_LOCK_WAIT for a lock; this limit is for a disk
   * that hangs, and is long enough not to mistake a busy machine for one.
   */
  readWait: number
  /** How often to look for changes by other processes (`npm run comments`). */
  watchEvery: number
}

export const SQLITE_BOUNDS: SqliteBounds = { lockWait: 8000, readWait: 5000, watchEvery: 500 }

/** Readers wait for nobody in WAL mode, except while another process recovers the log after a crash; in milliseconds. */
const READER_LOCK_WAIT = 200

/** Comments in a SQLite file: one thread writes and another reads, so that no reader waits behind a writer. */
export function sqliteEngine(file: string, bounds: SqliteBounds = SQLITE_BOUNDS): Engine {
  const { lockWait, readWait } = bounds
  const open = (runner: SqliteThread) =>
    new Kysely<Tables>({ dialect: new SqliteRunnerDialect({ runner, turnWait: lockWait }) })
  const writing = new SqliteThread({ file, readOnly: false, lockWait })
  const writer = open(writing)
  const reading = new SqliteThread({ file, readOnly: true, lockWait: READER_LOCK_WAIT })
  const reader = open(reading)
  const posts = submitQueue(writer, writing)
  return {
    where: file,
    submit: (submission) => posts.add(submission),
    writer,
    reader,
    readWait,
    // First for its turn, then for the lock.
    writeWait: lockWait * 2.5,
    async migrate() {
      // Two files with the same name would share a write-ahead log.
      await reading.release()
      await migrate(writer, migrations('sqlite'))
      // Starts the reader's thread before the first page needs it.
      await reader.selectFrom('comments').select('id').limit(1).execute()
    },
    async markChanged(db, article) {
      await db.insertInto('comment_changes').values({ article, at: now().toISOString() }).execute()
    },
    watch(announce, failed) {
      const stopLooking = watchFile(reader, bounds.watchEvery, announce)
      const stopTending = repeat(() => writing.tend().catch(failed), bounds.watchEvery)
      return async () => {
        await Promise.all([stopLooking(), stopTending()])
      }
    },
    async close() {
      await reader.destroy()
      await writer.destroy()
    },
  }
}
