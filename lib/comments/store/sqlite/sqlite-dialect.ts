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
import { DatabaseError } from '../database-error'

/** SQLite's code for a database that somebody else has locked. */
const SQLITE_BUSY = 5

/** Runs statements one after another: the thread, for the server, or the file itself, within the thread. */
export type Runner = {
  run<Row>(sql: string, parameters: readonly unknown[]): Promise<{ rows: Row[]; changes: number }>
  close(): Promise<void>
}

export type SqliteDialectOptions = {
  runner: Runner
  /** How long a statement waits for earlier ones in this process, in milliseconds. */
  turnWait: number
}

class RunnerConnection implements DatabaseConnection {
  readonly #runner: Runner

  constructor(runner: Runner) {
    this.#runner = runner
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const { rows, changes } = await this.#runner.run<Row>(sql, parameters)
    return { rows, numAffectedRows: BigInt(changes) }
  }

  // biome-ignore lint/correctness/useYield: the interface asks for it, and nothing here streams.
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('Comments are read a page at a time, not streamed.')
  }
}

/**
 * One connection, used by one caller after another; a caller that waits longer than `turnWait` is told that the database is
 * busy.
 */
class RunnerDriver implements Driver {
  readonly #runner: Runner
  readonly #connection: RunnerConnection
  readonly #turnWait: number
  readonly #queue: (() => void)[] = []
  #isTaken = false

  constructor({ runner, turnWait }: SqliteDialectOptions) {
    this.#runner = runner
    this.#connection = new RunnerConnection(runner)
    this.#turnWait = turnWait
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

  /** Immediate: if a transaction starts by reading and is then refused the write lock, waiting longer doesn't help it. */
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
    return this.#runner.close()
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

/** SQLite can undo schema changes like any others, which Kysely's own adapter makes no use of. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

/** Kysely on a SQLite file that a runner holds open. */
export class SqliteRunnerDialect implements Dialect {
  readonly #options: SqliteDialectOptions

  constructor(options: SqliteDialectOptions) {
    this.#options = options
  }

  createDriver = () => new RunnerDriver(this.#options)
  createQueryCompiler = () => new SqliteQueryCompiler()
  createAdapter = () => new TransactionalAdapter()
  createIntrospector = (db: Kysely<unknown>) => new SqliteIntrospector(db)
}
