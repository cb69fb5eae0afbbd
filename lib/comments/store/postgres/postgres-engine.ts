import { Kysely, sql, type Transaction } from 'kysely'
import { now } from '@/lib/site/clock'
import type { Engine } from '../engine'
import { migrate } from '../migrate'
import { migrations } from '../migrations'
import type { Submission } from '../post'
import { submitComment } from '../submit-comment'
import type { Tables } from '../tables'
import { PostgresPoolDialect } from './postgres-dialect'
import { listen } from './postgres-listen'
import { submitAtOnce } from './postgres-submit'

/** Limits in milliseconds; a test shortens them. */
export type PostgresBounds = {
  /** A writer learns within this time that it failed. */
  writeWait: number
  /** After this a page is rendered without its comments. */
  readWait: number
}

export const POSTGRES_BOUNDS: PostgresBounds = { writeWait: 1800, readWait: 1500 }

/** The channel on which servers tell each other whose comments changed. */
export const CHANGE_CHANNEL = 'broadsheet_comments'

/** Writers block each other for one commit at most; more connections would only take memory from the database server. */
const WRITERS_MOST = 8
const READERS_MOST = 4

const MIGRATION_WAIT = 600_000

/** Comments in PostgreSQL, for several servers. Readers have their own connections, so that none waits behind a writer. */
export function postgresEngine(url: string, bounds: PostgresBounds = POSTGRES_BOUNDS): Engine {
  const open = (most: number, queryWait: number) => {
    const connectWait = Math.min(queryWait, bounds.writeWait)
    return new Kysely<Tables>({
      dialect: new PostgresPoolDialect({ url, most, connectWait, queryWait }),
    })
  }
  const writer = open(WRITERS_MOST, bounds.writeWait)
  const reader = open(READERS_MOST, bounds.readWait)
  return {
    where: new URL(url).host,
    submit: async (submission) =>
      (await submitAtOnce(writer, CHANGE_CHANNEL, submission)) ??
      (await submitAlone(writer, submission)),
    writer,
    reader,
    readWait: bounds.readWait,
    writeWait: bounds.writeWait,
    async migrate() {
      // A migration may take long, and waits for another server's migration.
      const patient = open(1, MIGRATION_WAIT)
      await migrate(patient, migrations('postgres')).finally(() => patient.destroy())
    },
    markChanged: notify,
    watch: (announce) => listen(url, CHANGE_CHANNEL, reader, announce),
    async close() {
      await Promise.all([reader.destroy(), writer.destroy()])
    },
  }
}

/** Sent in the transaction itself: it reaches the other servers if and when that is committed. */
async function notify(db: Transaction<Tables>, article: string): Promise<void> {
  await sql`insert into comment_changes (article, at) values (${article}, ${now().toISOString()})`.execute(
    db,
  )
  await sql`select pg_notify(${CHANGE_CHANNEL}, ${article})`.execute(db)
}

/** The slower way, for posts that can't be stored at once. PostgreSQL itself combines the commits of several connections. */
async function submitAlone(writer: Kysely<Tables>, submission: Submission) {
  const trx = await writer.startTransaction().execute()
  let hasChanged = false
  const markChanged = async (article: string) => {
    hasChanged = true
    await notify(trx, article)
  }
  try {
    const { keep, value } = await submitComment({ db: trx, markChanged }, submission)
    if (keep) await trx.commit().execute()
    else await trx.rollback().execute()
    return { outcome: value, hasChanged: hasChanged && keep }
  } catch (error) {
    if (!trx.isCommitted && !trx.isRolledBack) await trx.rollback().execute()
    throw error
  }
}
