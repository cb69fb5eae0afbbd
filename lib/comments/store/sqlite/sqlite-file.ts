import { existsSync } from 'node:fs'
import { DatabaseError, SQLITE_MOVED } from '../database-error'
import { OpenFile } from './open-file'
import type { SqliteOptions } from './sqlite-protocol'

/** Primary result codes of SQLite after which the file must be opened again: READONLY, IOERR, CORRUPT, CANTOPEN, NOTADB. */
const FILE_TROUBLE = new Set([8, 10, 11, 14, 26])

/** How long a stopping server may wait for readers in other processes, in milliseconds. */
const LAST_FOLD_WAIT = 1000

/** SQLite's extended result code; 0 for an error that isn't SQLite's. */
function resultCode(error: unknown): number {
  if (!(error instanceof Error)) return 0
  const code = 'errcode' in error ? error.errcode : 0
  return typeof code === 'number' ? code : 0
}

/**
 * The file, used synchronously. The first statement opens it; after a failure of the file the next one opens it again. A
 * writer checks before each transaction and after each commit that its file is the one at the path.
 */
export class SqliteFile {
  readonly #options: SqliteOptions
  #open: OpenFile | undefined
  /** Why there may be no file: one that was open is never replaced by an empty one. */
  #loss: string | undefined
  #isKnown = true
  #isTended = false
  #commits = 0

  constructor(options: SqliteOptions) {
    this.#options = options
  }

  /** Throws a DatabaseError with SQLite's code. */
  run(sql: string, parameters: readonly unknown[]) {
    // A full disk or a closed file has already rolled back by itself.
    if (sql === 'rollback' && !this.#open?.isTransaction) return { rows: [], changes: 0 }
    return this.#guarded(() => {
      this.#requireSameFile()
      this.#open ??= this.#openFile()
      const result = this.#open.run(sql, parameters)
      if (sql === 'commit') {
        this.#commits++
        this.#requireSameFile()
      }
      return result
    })
  }

  /** A server calls this twice a second: it notices a file that others changed, and folds the log while nobody writes. */
  tend(): void {
    this.#guarded(() => {
      this.#requireSameFile()
      this.#isTended = true
      if (this.#open === undefined || this.#open.isTransaction) return
      this.#open.fold(this.#commits > 0 ? 'passive' : 'truncate', 0)
      this.#commits = 0
    })
  }

  /** Like `close`; afterwards everything that a server wrote is in the file alone. */
  end(): void {
    try {
      this.#requireSameFile()
      if (this.#isTended) this.#open?.fold('truncate', LAST_FOLD_WAIT)
    } catch {
      // Everything that could be saved was saved. The next start reads a log that couldn't be folded.
    }
    this.close()
  }

  close(): void {
    this.#open?.close()
    this.#open = undefined
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
    const change = this.#open?.change
    if (this.#open === undefined || change === undefined) return
    this.#loss = this.#open.rescue(change)
    this.#isKnown = false
    this.close()
    throw new DatabaseError(this.#loss, SQLITE_MOVED)
  }

  #openFile(): OpenFile {
    if (this.#loss !== undefined && !existsSync(this.#options.file)) {
      throw new DatabaseError(this.#loss, SQLITE_MOVED)
    }
    const opened = new OpenFile(this.#options, this.#isKnown)
    this.#isKnown = true
    this.#loss = 'the file was deleted while the server ran. A restart begins with no comments.'
    return opened
  }
}
