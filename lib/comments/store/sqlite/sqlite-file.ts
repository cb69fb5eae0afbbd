import {
  DatabaseSync,
  type DatabaseSyncInstance,
  type StatementSyncInstance,
} from '@photostructure/sqlite'
import { DatabaseError } from '../database-error'
import type { SqliteOptions } from './sqlite-protocol'

/** Statements are few and come again and again; preparing one costs more than running it. */
const PREPARED_MAX = 200
/** Primary result codes of SQLite after which the file is opened anew: READONLY, IOERR, CORRUPT, CANTOPEN, NOTADB. */
const FILE_TROUBLE = new Set([8, 10, 11, 14, 26])

/** Pages that the write-ahead log holds before they are copied into the file: 16 MB. Many of them are written again till then. */
const CHECKPOINT_PAGES = 4_000

/** A reply is a promise: what it acknowledges outlives a power cut (FULL), and what was deleted is gone from the file. */
const DURABLE = `pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on;
  pragma wal_autocheckpoint = ${CHECKPOINT_PAGES}`

/** SQLite's extended result code; 0 when the error isn't SQLite's. */
function resultCode(error: unknown): number {
  if (!(error instanceof Error)) return 0
  const code = 'errcode' in error ? error.errcode : 0
  return typeof code === 'number' ? code : 0
}

/** Asking a statement for its columns costs as much as running a small one. */
type Prepared = { statement: StatementSyncInstance; givesRows: boolean }

/** The file, used synchronously. Opens at the first statement, and again after a failure that has to do with the file. */
export class SqliteFile {
  readonly #options: SqliteOptions
  readonly #prepared = new Map<string, Prepared>()
  #database: DatabaseSyncInstance | undefined

  constructor(options: SqliteOptions) {
    this.#options = options
  }

  /** Throws a DatabaseError with SQLite's code. */
  run(sql: string, parameters: readonly unknown[]) {
    // A full disk or a closed file has rolled back by itself already.
    if (sql === 'rollback' && !this.#database?.isTransaction) return { rows: [], changes: 0 }
    try {
      const { statement, givesRows } = this.#prepare(sql)
      if (givesRows) return { rows: statement.all(...parameters), changes: 0 }
      return { rows: [], changes: statement.run(...parameters).changes }
    } catch (error) {
      const code = resultCode(error)
      if (FILE_TROUBLE.has(code & 255)) this.close()
      const message = error instanceof Error ? error.message : String(error)
      throw new DatabaseError(message, code, { cause: error })
    }
  }

  close(): void {
    this.#prepared.clear()
    this.#database?.close()
    this.#database = undefined
  }

  #open(): DatabaseSyncInstance {
    const { file, readOnly, lockWait } = this.#options
    const opened = new DatabaseSync(file, { readOnly, timeout: lockWait })
    try {
      if (!readOnly) opened.exec(DURABLE)
      return opened
    } catch (error) {
      opened.close()
      throw error
    }
  }

  #prepare(sql: string): Prepared {
    this.#database ??= this.#open()
    const known = this.#prepared.get(sql)
    if (known !== undefined) return known
    if (this.#prepared.size >= PREPARED_MAX) this.#prepared.clear()
    const statement = this.#database.prepare(sql)
    const prepared = { statement, givesRows: statement.columns().length > 0 }
    this.#prepared.set(sql, prepared)
    return prepared
  }
}
