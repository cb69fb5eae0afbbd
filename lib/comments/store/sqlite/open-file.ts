import {
  DatabaseSync,
  type DatabaseSyncInstance,
  type StatementSyncInstance,
} from '@photostructure/sqlite'
import { DatabaseError, SQLITE_CORRUPT } from '../database-error'
import { type FileChange, FileIdentity } from './file-identity'
import { rescue } from './rescue'
import type { SqliteOptions } from './sqlite-protocol'
import { foldLog, integrityFault } from './whole-file'

/** Statements are few and repeated; preparing one costs more than running it. */
const PREPARED_MAX = 200

/**
 * A reply is a promise: what it acknowledges survives a power cut (FULL), and what was deleted is gone from the file. Only
 * the server folds the write-ahead log; SQLite itself does so when the last process closes the file.
 */
const DURABLE = `pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on;
  pragma wal_autocheckpoint = 0`

/** Asking a statement for its columns costs as much as running a small one. */
type Prepared = { statement: StatementSyncInstance; givesRows: boolean }

/** An open database file; a writer can tell whether it is still the one at its path. */
export class OpenFile {
  readonly #options: SqliteOptions
  readonly #database: DatabaseSyncInstance
  readonly #identity: FileIdentity | undefined
  readonly #prepared = new Map<string, Prepared>()

  /** @param isKnown false for a file from elsewhere, which is checked before anything is written to it */
  constructor(options: SqliteOptions, isKnown: boolean) {
    const { file, readOnly, lockWait } = options
    this.#options = options
    this.#database = new DatabaseSync(file, { readOnly, timeout: lockWait })
    if (readOnly) return
    try {
      if (!isKnown) requireWhole(this.#database)
      this.#database.exec(DURABLE)
      // The first read creates the log.
      this.#database.prepare('select count(*) from sqlite_schema').get()
      this.#identity = new FileIdentity(file)
    } catch (error) {
      this.#database.close()
      throw error
    }
  }

  get isTransaction(): boolean {
    return this.#database.isTransaction
  }

  /** Call it between transactions; undefined while the file is the one at its path. */
  get change(): FileChange | undefined {
    return this.isTransaction ? undefined : this.#identity?.change()
  }

  /** See rescue.ts. */
  rescue(change: FileChange): string {
    return rescue(this.#database, this.#options, change)
  }

  run(sql: string, parameters: readonly unknown[]) {
    const { statement, givesRows } = this.#prepare(sql)
    if (givesRows) return { rows: statement.all(...parameters), changes: 0 }
    return { rows: [], changes: statement.run(...parameters).changes }
  }

  /** See foldLog. From the first call on, anyone else's write to the main file is noticed. */
  fold(mode: 'passive' | 'truncate', wait: number): void {
    try {
      const isEmpty = this.#identity?.logBytes === 0n
      if (!isEmpty) foldLog(this.#database, { mode, wait, usualWait: this.#options.lockWait })
    } finally {
      this.#identity?.expectNoWriting()
    }
  }

  close(): void {
    this.#prepared.clear()
    this.#database.close()
  }

  #prepare(sql: string): Prepared {
    const known = this.#prepared.get(sql)
    if (known !== undefined) return known
    if (this.#prepared.size >= PREPARED_MAX) this.#prepared.clear()
    const statement = this.#database.prepare(sql)
    const prepared = { statement, givesRows: statement.columns().length > 0 }
    this.#prepared.set(sql, prepared)
    return prepared
  }
}

function requireWhole(database: DatabaseSyncInstance): void {
  const fault = integrityFault(database)
  if (fault !== undefined) throw new DatabaseError(fault, SQLITE_CORRUPT)
}
