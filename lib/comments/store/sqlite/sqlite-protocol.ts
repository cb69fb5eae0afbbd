import type { Submission, SubmitOutcome } from '../post'

/** What the thread is started with. */
export type SqliteOptions = {
  file: string
  readOnly: boolean
  /** How long a statement waits for another process's lock, in milliseconds. */
  lockWait: number
}

/** A statement, posts that share a commit, or what SqliteFile does of that name; `close` keeps the thread. */
export type SqliteRequest = { id: number } & SqliteTask
export type SqliteTask =
  | { sql: string; parameters: unknown[] }
  | { submissions: Submission[] }
  | { order: 'tend' | 'close' }

/** Without a code the mistake is ours and not the database's. */
type Failure = { ok: false; message: string; code: number | undefined }

export type SubmitReply = { ok: true; outcome: SubmitOutcome; hasChanged: boolean } | Failure

/** What the thread sends: rows, or a SubmitReply for each submission. */
export type SqliteReply =
  | { id: number; ok: true; rows: unknown[]; changes: number }
  | ({ id: number } & Failure)

/** The same as it is received: `never`, for only the query knows what its columns hold. */
export type SqliteRows = { id: number; ok: true; rows: never[]; changes: number }
export type SqliteAnswer = SqliteRows | ({ id: number } & Failure)
