import { Worker } from 'node:worker_threads'
import { DatabaseError } from './database-error'
import type { SqliteAnswer, SqliteOptions, SqliteRows } from './sqlite-protocol'

type Waiting = { resolve(answer: SqliteRows): void; reject(error: Error): void }

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
    const id = this.#next++
    const worker = this.#start()
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      worker.postMessage({ id, sql, parameters: [...parameters] })
    })
  }

  /** Waits for what is under way, then closes the file: the last one to close it folds the write-ahead log into it. */
  async close(): Promise<void> {
    const worker = this.#worker
    if (worker === undefined) return
    const ended = new Promise((resolve) => worker.once('exit', resolve))
    worker.postMessage('close')
    await ended
  }

  #start(): Worker {
    if (this.#worker !== undefined) return this.#worker
    const file = new URL('./sqlite-thread-start.mjs', import.meta.url)
    const worker = new Worker(file, { workerData: this.#options })
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
    else waiting?.reject(new DatabaseError(answer.message, answer.code))
  }

  #fail(cause: Error): void {
    this.#worker = undefined
    for (const { reject } of this.#waiting.values()) {
      reject(new DatabaseError(cause.message, 0, { cause }))
    }
    this.#waiting.clear()
  }
}
