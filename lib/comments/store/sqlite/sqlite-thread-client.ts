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

/** The error to throw here for a failure in the thread. */
export const errorOf = ({ message, code }: { message: string; code: number | undefined }): Error =>
  code === undefined ? new Error(message) : new DatabaseError(message, code)

/** The main thread's side of sqlite-thread.ts. Starts the thread at the first statement, and again if it dies. */
export class SqliteThread {
  readonly #thread: WorkerClient<SqliteTask, SqliteRows>

  constructor(options: SqliteOptions) {
    this.#thread = new WorkerClient({ program: 'comments', data: options, replies: sqliteRows })
  }

  run(sql: string, parameters: readonly unknown[]): Promise<SqliteRows> {
    return this.#ask({ sql, parameters: [...parameters] })
  }

  /** Stores several comments in one commit; the outcomes are in the order of the submissions. */
  async submit(submissions: Submission[]): Promise<SubmitReply[]> {
    return (await this.#ask({ submissions })).rows
  }

  /** See SqliteFile. */
  async tend(): Promise<void> {
    await this.#ask({ order: 'tend' })
  }

  /** Closes the file; the next statement opens the file that is at the path then. */
  async release(): Promise<void> {
    if (this.#thread.isRunning) await this.#ask({ order: 'close' })
  }

  /** Waits for running work, then ends the thread. */
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
