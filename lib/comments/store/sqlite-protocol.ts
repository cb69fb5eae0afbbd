/** What the thread is started with. */
export type SqliteOptions = {
  file: string
  readOnly: boolean
  /** How long a statement waits for another process's lock, in milliseconds. */
  lockWait: number
  /** How long a statement waits for those before it in this process, in milliseconds. */
  turnWait: number
}

export type SqliteStatement = { id: number; sql: string; parameters: unknown[] }

type Failure = { id: number; ok: false; message: string; code: number }

/** What the thread sends. */
export type SqliteReply = { id: number; ok: true; rows: unknown[]; changes: number } | Failure

/** The same as it is received: `never`, for only the query knows what its columns hold. */
export type SqliteRows = { id: number; ok: true; rows: never[]; changes: number }
export type SqliteAnswer = SqliteRows | Failure
