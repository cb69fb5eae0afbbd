import type { Worker } from 'node:worker_threads'
import { startThread } from '@/lib/threads/worker-thread'
import { DatabaseError } from '../database-error'
import type { Submission } from '../post'
import type {
  SqliteAnswer,
  SqliteOptions,
  SqliteRequest,
  SqliteRows,
  SqliteTask,
  SubmitReply,
} from './sqlite-protocol'

type Waiting = { resolve(answer: SqliteRows): void; reject(error: Error): void }

/** What a failure in the thread is on this side of it. */
export const errorOf = ({ message, code }: { message: string; code: number | undefined }): Error =>
  code === undefined ? new Error(message) : new DatabaseError(message, code)

/** The main thread's end of sqlite-thread.ts. Starts it at the first statement, and again should it ever die. */
export class SqliteThread {
  readonly #options: SqliteOptions
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | undefined
  #next = 0

  constructor(options: SqliteOptions) {
    this.#options = options
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
    if (this.#worker !== undefined) await this.#ask({ order: 'close' })
  }

  /** Waits for what is under way, then ends the thread. */
  async close(): Promise<void> {
    const worker = this.#worker
    if (worker === undefined) return
    const ended = new Promise((resolve) => worker.once('exit', resolve))
    worker.postMessage('end')
    await ended
  }

  #ask(task: SqliteTask) {
    const id = this.#next++
    const worker = this.#start()
    return new Promise<SqliteRows>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      worker.postMessage({ id, ...task } satisfies SqliteRequest)
    })
  }

  #start(): Worker {
    if (this.#worker !== undefined) return this.#worker
    const worker = startThread('comments', this.#options)
    worker.on('message', (answer: SqliteAnswer) => this.#settle(answer))
    worker.on('error', (error) => this.#fail(error))
    worker.on('exit', () => this.#fail(new Error('its thread has ended')))
    this.#worker = worker
    return worker
  }

  #settle(answer: SqliteAnswer): void {
    const waiting = this.#waiting.get(answer.id)
    this.#waiting.delete(answer.id)
    if (answer.ok) waiting?.resolve(answer)
    else waiting?.reject(errorOf(answer))
  }

  #fail(cause: Error): void {
    this.#worker = undefined
    for (const { reject } of this.#waiting.values()) {
      reject(new DatabaseError(cause.message, 0, { cause }))
    }
    this.#waiting.clear()
  }
}
