import { OrderError, WorkerClient } from '@/lib/threads/worker-client'
import { DatabaseError } from '../database-error'
import type { Submission } from '../post'
import {
  type SqliteOptions,
  type SqliteRows,
  type SqliteTask,
  type SubmitReply,
  sqliteRows,
} from './sqlite-protocol'

/** What a failure in the thread is on this side of it. */
export const errorOf = ({ message, code }: { message: string; code: number | undefined }): Error =>
  code === undefined ? new Error(message) : new DatabaseError(message, code)

/** The main thread's end of sqlite-thread.ts. Starts it at the first statement, and again should it ever die. */
export class SqliteThread {
  readonly #thread: WorkerClient<SqliteTask, SqliteRows>

  constructor(options: SqliteOptions) {
    this.#thread = new WorkerClient({ program: 'comments', data: options, replies: sqliteRows })
  }

  run(sql: string, parameters: readonly unknown[]): Promise<SqliteRows> {
    return this.#ask({ sql, parameters: [...parameters] })
  }

  /** Posts several comments under one commit; the outcomes are in the order of the submissions. */
  async submit(submissions: Submission[]): Promise<SubmitReply[]> {
    return (await this.#ask({ submissions })).rows
  }

  /** See SqliteFile. */
  async tend(): Promise<void> {
    await this.#ask({ order: 'tend' })
  }

  /** Closes the file; the next statement opens what lies at the path then. */
  async release(): Promise<void> {
    if (this.#thread.isRunning) await this.#ask({ order: 'close' })
  }

  /** Waits for what is under way, then ends the thread. */
  close(): Promise<void> {
    return this.#thread.stop()
  }

  async #ask(task: SqliteTask): Promise<SqliteRows> {
    try {
      return await this.#thread.ask(task)
    } catch (error) {
      if (error instanceof OrderError) throw errorOf(error)
      const message = error instanceof Error ? error.message : String(error)
      throw new DatabaseError(message, 0, { cause: error })
    }
  }
}
