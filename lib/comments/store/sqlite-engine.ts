import { Kysely } from 'kysely'
import { now } from '@/lib/clock'
import type { Engine } from './engine'
import { migrate } from './migrate'
import { migrations } from './migrations'
import { SqliteRunnerDialect } from './sqlite-dialect'
import { SqliteThread } from './sqlite-thread-client'
import { SubmitQueue } from './submit-queue'
import type { Tables } from './tables'

/** Bounds in milliseconds; a test shortens them. */
export type SqliteBounds = {
  /** A writer waits out a backup or an import; whoever holds the file longer has hung. */
  lockWait: number
  /** Readers wait for nobody in WAL mode, except while another process recovers the log after a crash. */
  readWait: number
  /** How often the changes of other processes (`npm run comments`) are looked for. */
  watchEvery: number
}

export const SQLITE_BOUNDS: SqliteBounds = { lockWait: 8000, readWait: 400, watchEvery: 500 }

/** Comments in a SQLite file: one thread writes, another reads, so that no reader stands behind a writer that waits. */
export function sqliteEngine(file: string, bounds: SqliteBounds = SQLITE_BOUNDS): Engine {
  const { lockWait, readWait } = bounds
  const open = (runner: SqliteThread) =>
    new Kysely<Tables>({ dialect: new SqliteRunnerDialect({ runner, turnWait: lockWait }) })
  const writing = new SqliteThread({ file, readOnly: false, lockWait })
  const writer = open(writing)
  // Whoever reads is given up on after readWait, wherever it waits then.
  const reader = open(new SqliteThread({ file, readOnly: true, lockWait: readWait / 2 }))
  const posts = new SubmitQueue(writer, writing)
  return {
    where: file,
    submit: (submission) => posts.submit(submission),
    writer,
    reader,
    readWait,
    // In turn, then at the lock.
    writeWait: lockWait * 2.5,
    async migrate() {
      await migrate(writer, migrations('sqlite'))
      // Starts the reader's thread before the first page waits for it.
      await reader.selectFrom('comments').select('id').limit(1).execute()
    },
    async markChanged(db, article) {
      await db.insertInto('comment_changes').values({ article, at: now().toISOString() }).execute()
    },
    watch: (announce) => watchFile(reader, bounds.watchEvery, announce),
    async close() {
      await reader.destroy()
      await writer.destroy()
    },
  }
}

function watchFile(
  reader: Kysely<Tables>,
  every: number,
  announce: (articles: string[]) => void,
): () => Promise<void> {
  let seen: number | undefined
  let looking: Promise<void> | undefined
  const look = async () => {
    const from = seen
    const rows = await reader
      .selectFrom('comment_changes')
      .select(['seq', 'article'])
      .where('seq', '>', from ?? 0)
      .orderBy('seq')
      .execute()
    seen = rows.at(-1)?.seq ?? from ?? 0
    if (from !== undefined && rows.length > 0)
      announce([...new Set(rows.map((row) => row.article))])
  }
  const timer = setInterval(() => {
    // A file that can't be read now is the business of whoever reads it; this only listens.
    looking ??= look().then(
      () => {
        looking = undefined
      },
      () => {
        looking = undefined
      },
    )
  }, every)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await looking
  }
}
