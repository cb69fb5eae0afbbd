import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import pg from 'pg'
import { DatabaseError } from '../database-error'

export type PostgresOptions = {
  url: string
  /** The maximum number of connections. */
  most: number
  /** How long to wait for a connection, in milliseconds. */
  connectWait: number
  /** How long to wait for the answer to one query, in milliseconds. */
  queryWait: number
}

function named(error: unknown): DatabaseError {
  const message = error instanceof Error ? error.message : String(error)
  const code = error instanceof pg.DatabaseError ? (error.code ?? '') : ''
  return new DatabaseError(message, code, { cause: error })
}

/** Planning a statement costs PostgreSQL more than running it: each connection plans a named statement once. */
const names = new Map<string, string>()
/** Lists of ids produce statements of many lengths; after this many names, statements are planned each time. */
const NAMES_MOST = 200

function nameOf(sql: string): string | undefined {
  const known = names.get(sql)
  if (known !== undefined || names.size >= NAMES_MOST) return known
  const name = `s${names.size}`
  names.set(sql, name)
  return name
}

class PooledConnection implements DatabaseConnection {
  readonly #client: pg.PoolClient
  #isBroken = false

  constructor(client: pg.PoolClient) {
    this.#client = client
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    try {
      const name = nameOf(sql)
      const { rows, rowCount } = await this.#client.query({
        text: sql,
        values: [...parameters],
        ...(name !== undefined && { name }),
      })
      return { rows, numAffectedRows: BigInt(rowCount ?? 0) }
    } catch (error) {
      // After a time-out or a reset, a late answer would be taken as the answer to the next query.
      this.#isBroken ||= !(error instanceof pg.DatabaseError)
      throw named(error)
    }
  }

  // biome-ignore lint/correctness/useYield: the interface asks for it, and nothing here streams.
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('Comments are read a page at a time, not streamed.')
  }

  release(): void {
    this.#client.release(this.#isBroken)
  }
}

/** Kysely's own driver can't discard a broken connection, which it must do for a database that comes back. */
class PooledDriver implements Driver {
  readonly #pool: pg.Pool
  readonly #taken = new WeakMap<DatabaseConnection, PooledConnection>()

  constructor({ url, most, connectWait, queryWait }: PostgresOptions) {
    this.#pool = new pg.Pool({
      connectionString: url,
      max: most,
      connectionTimeoutMillis: connectWait,
      query_timeout: queryWait,
      // The server gives up a little earlier, so that it doesn't commit what we have already given up on.
      statement_timeout: queryWait * 0.9,
      idle_in_transaction_session_timeout: queryWait * 2,
      keepAlive: true,
      application_name: 'broadsheet',
    })
    // When an idle connection breaks, the pool drops it, and the next query opens another.
    this.#pool.on('error', () => {})
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    try {
      const connection = new PooledConnection(await this.#pool.connect())
      this.#taken.set(connection, connection)
      return connection
    } catch (error) {
      throw named(error)
    }
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    this.#taken.get(connection)?.release()
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin'))
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  /** A lost connection takes its transaction with it: the error that matters is the earlier one. */
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => {})
  }

  destroy(): Promise<void> {
    return this.#pool.end()
  }
}

/** Kysely on PostgreSQL, with limited waiting times. */
export class PostgresPoolDialect implements Dialect {
  readonly #options: PostgresOptions

  constructor(options: PostgresOptions) {
    this.#options = options
  }

  createDriver = () => new PooledDriver(this.#options)
  createQueryCompiler = () => new PostgresQueryCompiler()
  createAdapter = () => new PostgresAdapter()
  createIntrospector = (db: Kysely<unknown>) => new PostgresIntrospector(db)
}
