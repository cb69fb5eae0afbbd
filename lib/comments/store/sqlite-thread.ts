import { parentPort, workerData } from 'node:worker_threads'
import {
  DatabaseSync,
  type DatabaseSyncInstance,
  type StatementSyncInstance,
} from '@photostructure/sqlite'
import type { SqliteOptions, SqliteReply, SqliteStatement } from './sqlite-protocol'

/**
 * The thread in which the comments' SQLite file is used: a statement that waits for another process's lock makes this
 * thread wait, not the server. Opens at the first statement, and again after a failure that has to do with the file.
 */

/** Statements are few and come again and again; preparing one costs more than running it. */
const PREPARED_MAX = 200
/** Primary result codes of SQLite after which the file is opened anew: READONLY, IOERR, CORRUPT, CANTOPEN, NOTADB. */
const FILE_TROUBLE = new Set([8, 10, 11, 14, 26])

/** A reply is a promise: what it acknowledges outlives a power cut (FULL), and what was deleted is gone from the file. */
const DURABLE = 'pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on'

const options: SqliteOptions = workerData
const prepared = new Map<string, StatementSyncInstance>()
let database: DatabaseSyncInstance | undefined

function open(): DatabaseSyncInstance {
  const opened = new DatabaseSync(options.file, {
    readOnly: options.readOnly,
    timeout: options.lockWait,
  })
  try {
    if (!options.readOnly) opened.exec(DURABLE)
    return opened
  } catch (error) {
    opened.close()
    throw error
  }
}

function close(): void {
  prepared.clear()
  database?.close()
  database = undefined
}

function prepare(sql: string): StatementSyncInstance {
  database ??= open()
  const known = prepared.get(sql)
  if (known !== undefined) return known
  if (prepared.size >= PREPARED_MAX) prepared.clear()
  const statement = database.prepare(sql)
  prepared.set(sql, statement)
  return statement
}

/** SQLite's extended result code; 0 when the error isn't SQLite's. */
function resultCode(error: unknown): number {
  if (!(error instanceof Error)) return 0
  const code = 'errcode' in error ? error.errcode : 0
  return typeof code === 'number' ? code : 0
}

function run({ id, sql, parameters }: SqliteStatement): SqliteReply {
  try {
    // A full disk or a closed file has rolled back by itself already.
    if (sql === 'rollback' && !database?.isTransaction)
      return { id, ok: true, rows: [], changes: 0 }
    const statement = prepare(sql)
    if (statement.columns().length > 0)
      return { id, ok: true, rows: statement.all(...parameters), changes: 0 }
    return { id, ok: true, rows: [], changes: statement.run(...parameters).changes }
  } catch (error) {
    const code = resultCode(error)
    if (FILE_TROUBLE.has(code & 255)) close()
    return { id, ok: false, message: error instanceof Error ? error.message : String(error), code }
  }
}

parentPort?.on('message', (message: SqliteStatement | 'close') => {
  if (message === 'close') {
    close()
    parentPort?.close()
  } else parentPort?.postMessage(run(message))
})
