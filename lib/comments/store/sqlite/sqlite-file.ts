import { existsSync } from 'node:fs'
import {
  DatabaseSync,
  type DatabaseSyncInstance,
  type StatementSyncInstance,
} from '@photostructure/sqlite'
import { DatabaseError, SQLITE_CORRUPT, SQLITE_MOVED } from '../database-error'
import { FileIdentity } from './file-identity'
import { rescue } from './rescue'
import type { SqliteOptions } from './sqlite-protocol'
import { foldLog, integrityFault } from './whole-file'

/** Statements are few and come again and again; preparing one costs more than running it. */
const PREPARED_MAX = 200
/** Primary result codes of SQLite after which the file is opened again: READONLY, IOERR, CORRUPT, CANTOPEN, NOTADB. */
const FILE_TROUBLE = new Set([8, 10, 11, 14, 26])

/**
 * A reply is a promise: what it acknowledges outlives a power cut (FULL), and what was deleted is gone from the file. The
 * server alone folds the write-ahead log, see `tend`; SQLite itself does when the last process closes the file.
 */
const DURABLE = `pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on;
  pragma wal_autocheckpoint = 0`

/** How long the end of the server may wait for readers in other processes, in milliseconds. */
const LAST_FOLD_WAIT = 1000

/** SQLite's extended result code; 0 when the error isn't SQLite's. */
function resultCode(error: unknown): number {
  if (!(error instanceof Error)) return 0
  const code = 'errcode' in error ? error.errcode : 0
  return typeof code === 'number' ? code : 0
}

/** Asking a statement for its columns costs as much as running a small one. */
type Prepared = { statement: StatementSyncInstance; givesRows: boolean }

/**
 * The file, used synchronously. Opens at the first statement, and again after a failure that has to do with the file. A
 * writer makes sure before each transaction and after each commit that it is the file at the path.
 */
export class SqliteFile {
  readonly #options: SqliteOptions
  readonly #prepared = new Map<string, Prepared>()
  #database: DatabaseSyncInstance | undefined
  #identity: FileIdentity | undefined
  /** Why there may be no file: one that was open is never replaced by an empty one. */
  #loss: string | undefined
  #isChecked = true
  #isTended = false
  #commits = 0

  constructor(options: SqliteOptions) {
    this.#options = options
  }

  /** Throws a DatabaseError with SQLite's code. */
  run(sql: string, parameters: readonly unknown[]) {
    // A full disk or a closed file has rolled back by itself already.
    if (sql === 'rollback' && !this.#database?.isTransaction) return { rows: [], changes: 0 }
    return this.#guarded(() => {
      this.#requireSameFile()
      const { statement, givesRows } = this.#prepare(sql)
      if (givesRows) return { rows: statement.all(...parameters), changes: 0 }
      const { changes } = statement.run(...parameters)
      if (sql === 'commit') {
        this.#commits++
        this.#requireSameFile()
      }
      return { rows: [], changes }
    })
  }

  /** A server calls this twice a second: it notices a file that was changed by others, and folds the log when nobody writes. */
  tend(): void {
    this.#guarded(() => {
      this.#requireSameFile()
      this.#isTended = true
      if (this.#database?.isTransaction !== false) return
      if (this.#identity?.logBytes !== 0n) this.#fold(this.#commits > 0 ? 'passive' : 'truncate', 0)
      this.#commits = 0
      this.#identity?.expectNoWriting()
    })
  }

  /** As `close`; what a server wrote is in the file alone afterwards. */
  end(): void {
    try {
      this.#requireSameFile()
      if (this.#isTended) this.#fold('truncate', LAST_FOLD_WAIT)
    } catch {
      // What could be saved was saved. A log that can't be folded is read by the next start.
    }
    this.close()
  }

  close(): void {
    this.#prepared.clear()
    this.#database?.close()
    this.#database = undefined
    this.#identity = undefined
  }

  #guarded<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      if (error instanceof DatabaseError) throw error
      const code = resultCode(error)
      if (FILE_TROUBLE.has(code & 255)) this.close()
      const message = error instanceof Error ? error.message : String(error)
      throw new DatabaseError(message, code, { cause: error })
    }
  }

  #requireSameFile(): void {
    if (this.#database?.isTransaction !== false) return
    const change = this.#identity?.change()
    if (change === undefined) return
    this.#loss = rescue(this.#database, this.#options, change)
    this.#isChecked = false
    this.close()
    throw new DatabaseError(this.#loss, SQLITE_MOVED)
  }

  #fold(mode: 'passive' | 'truncate', wait: number): void {
    if (this.#database === undefined) return
    try {
      foldLog(this.#database, { mode, wait, usualWait: this.#options.lockWait })
    } finally {
      this.#identity?.expectNoWriting()
    }
  }

  #open(): DatabaseSyncInstance {
    const { file, readOnly, lockWait } = this.#options
    if (this.#loss !== undefined && !existsSync(file)) {
      throw new DatabaseError(this.#loss, SQLITE_MOVED)
    }
    const opened = new DatabaseSync(file, { readOnly, timeout: lockWait })
    try {
      if (!readOnly) this.#begin(opened)
      return opened
    } catch (error) {
      opened.close()
      throw error
    }
  }

  #begin(opened: DatabaseSyncInstance): void {
    const fault = this.#isChecked ? undefined : integrityFault(opened)
    if (fault !== undefined) throw new DatabaseError(fault, SQLITE_CORRUPT)
    opened.exec(DURABLE)
    // The log comes into being with the first reading.
    opened.prepare('select count(*) from sqlite_schema').get()
    this.#identity = new FileIdentity(this.#options.file)
    this.#isChecked = true
    this.#loss = 'the file was deleted while the server ran. A restart begins with no comments.'
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
