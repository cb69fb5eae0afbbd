import * as z from 'zod'
import type { Submission, SubmitOutcome } from '../post'

/** The options that start the thread. */
export const sqliteOptions = z.object({
  file: z.string(),
  readOnly: z.boolean(),
  /** How long a statement waits for another process's lock, in milliseconds. */
  lockWait: z.number(),
})
export type SqliteOptions = z.output<typeof sqliteOptions>

/** A statement, posts that share a commit, or a method of SqliteFile; `close` leaves the thread running. */
export const sqliteTask = z.union([
  z.object({ sql: z.string(), parameters: z.array(z.unknown()) }),
  z.object({ submissions: z.array(z.custom<Submission>()) }),
  z.object({ order: z.enum(['tend', 'close']) }),
])
export type SqliteTask = z.output<typeof sqliteTask>

/** Without a code the mistake is ours and not the database's. */
type Failure = { ok: false; message: string; code: number | undefined }

export type SubmitReply = { ok: true; outcome: SubmitOutcome; hasChanged: boolean } | Failure

/** Rows, or a SubmitReply for each submission. Rows are typed `never`, since only the query knows what its columns hold. */
export const sqliteRows = z.object({
  rows: z.custom<never[]>((rows) => Array.isArray(rows)),
  changes: z.number(),
})
export type SqliteRows = z.output<typeof sqliteRows>
