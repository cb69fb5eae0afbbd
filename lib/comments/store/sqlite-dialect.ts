import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { DatabaseError } from './database-error'
import type { SqliteOptions } from './sqlite-protocol'
import { SqliteThread } from './sqlite-thread-client'

/** SQLite's own code for "somebody else has it". */
const SQLITE_BUSY = 5

class ThreadConnection implements DatabaseConnection {
  readonly #thread: SqliteThread

  constructor(thread: SqliteThread) {
    this.#thread = thread
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const { rows, changes } = await this.#thread.run(sql, parameters)
    return { rows, numAffectedRows: BigInt(changes) }
  }

  // biome-ignore lint/correctness/useYield: the interface asks for it, and nothing here streams.
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('Comments are read a page at a time, not streamed.')
  }
}

/** One connection, handed to one user after the other; who waits longer than `turnWait` is told that it is busy. */
class ThreadDriver implements Driver {
  readonly #thread: SqliteThread
  readonly #connection: ThreadConnection
  readonly #turnWait: number
  readonly #queue: (() => void)[] = []
  #isTaken = false

  constructor(options: SqliteOptions) {
    this.#thread = new SqliteThread(options)
    this.#connection = new ThreadConnection(this.#thread)
    this.#turnWait = options.turnWait
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    if (this.#isTaken) await this.#turn()
    this.#isTaken = true
    return this.#connection
  }

  async releaseConnection(): Promise<void> {
    const next = this.#queue.shift()
    if (next === undefined) this.#isTaken = false
    else next()
  }

  /** Immediate: a transaction that begins by reading and is refused the lock when it writes can't simply go on waiting. */
  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  destroy(): Promise<void> {
    return this.#thread.close()
  }

  #turn(): Promise<void> {
    return new Promise((resolve, reject) => {
      const go = () => {
        clearTimeout(timer)
        resolve()
      }
      const timer = setTimeout(() => {
        this.#queue.splice(this.#queue.indexOf(go), 1)
        reject(new DatabaseError('database is busy', SQLITE_BUSY))
      }, this.#turnWait)
      this.#queue.push(go)
    })
  }
}

/** SQLite can undo a change of the schema like any other, which Kysely's own adapter makes no use of. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

/** Kysely on a SQLite file that is used in a thread of its own. */
export class SqliteThreadDialect implements Dialect {
  readonly #options: SqliteOptions

  constructor(options: SqliteOptions) {
    this.#options = options
  }

  createDriver = () => new ThreadDriver(this.#options)
  createQueryCompiler = () => new SqliteQueryCompiler()
  createAdapter = () => new TransactionalAdapter()
  createIntrospector = (db: Kysely<unknown>) => new SqliteIntrospector(db)
}
