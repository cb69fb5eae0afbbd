import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite'
import type { z } from 'zod'

export type Values = Record<string, string | number | bigint | Uint8Array | null>

/** A database with a cache of statements: SQLite prepares each SQL text once. */
export class Statements {
  readonly #kept = new Map<string, StatementSyncInstance>()

  /** `onError` receives each error before it is rethrown. */
  constructor(
    readonly database: DatabaseSyncInstance,
    private readonly onError: (error: unknown) => void = () => undefined,
  ) {}

  #asking<T>(ask: () => T): T {
    try {
      return ask()
    } catch (error) {
      this.onError(error)
      throw error
    }
  }

  #prepared(sql: string): StatementSyncInstance {
    let statement = this.#kept.get(sql)
    if (statement === undefined) {
      statement = this.database.prepare(sql)
      this.#kept.set(sql, statement)
    }
    return statement
  }

  /** Closes the database and its statements: one open statement would keep the file open. */
  close(): void {
    for (const statement of this.#kept.values()) {
      if ('finalize' in statement && typeof statement.finalize === 'function') statement.finalize()
    }
    this.#kept.clear()
    this.database.close()
  }

  run(sql: string, values: Values = {}): { changes: number; id: number } {
    const { changes, lastInsertRowid } = this.#asking(() => this.#prepared(sql).run(values))
    return { changes, id: Number(lastInsertRowid) }
  }

  one<T extends z.ZodType>(row: T, sql: string, values: Values = {}): z.output<T> | undefined {
    const found: unknown = this.#asking(() => this.#prepared(sql).get(values))
    return found === undefined ? undefined : row.parse(found)
  }

  all<T extends z.ZodType>(row: T, sql: string, values: Values = {}): z.output<T>[] {
    const found: unknown[] = this.#asking(() => this.#prepared(sql).all(values))
    return found.map((each) => row.parse(each))
  }

  /** Runs `work` in one transaction, which takes effect as a whole or not at all. */
  transaction<T>(work: () => T): T {
    this.#asking(() => this.database.exec('BEGIN IMMEDIATE'))
    try {
      const result = work()
      this.#asking(() => this.database.exec('COMMIT'))
      return result
    } catch (error) {
      if (this.database.isTransaction) this.database.exec('ROLLBACK')
      throw error
    }
  }
}
