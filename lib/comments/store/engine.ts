import type { Kysely, Transaction } from 'kysely'
import type { Submission, SubmitOutcome } from './post'
import type { Tables } from './tables'

/** What a page, a form or a command gets: a value, or the news that comments are unavailable. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; reason: 'unavailable' }

/** A running transaction. */
export type Writing = {
  db: Transaction<Tables>
  /** Says that the article's page looks different to readers once this transaction is committed. */
  markChanged(article: string): Promise<void>
}

/** The result of the work in a transaction; `keep: false` rolls it back. */
export type Verdict<T> = { keep: boolean; value: T }

/** What differs between SQLite and PostgreSQL. */
export type Engine = {
  /** File or host, for messages. */
  where: string
  /** Carries out submitComment in a transaction; also says whether readers now see something different. */
  submit(submission: Submission): Promise<{ outcome: SubmitOutcome; hasChanged: boolean }>
  writer: Kysely<Tables>
  reader: Kysely<Tables>
  migrate(): Promise<void>
  markChanged(db: Transaction<Tables>, article: string): Promise<void>
  /**
   * Calls back with articles that another process changed, and with errors that occur while watching the database. Returns
   * a function that stops it.
   */
  watch(
    announce: (articles: string[]) => void,
    failed: (error: unknown) => void,
  ): () => Promise<void>
  /** How long a page waits for its comments before it is rendered without them, in milliseconds. */
  readWait: number
  /** How long a writer waits before it is asked to try again, in milliseconds. */
  writeWait: number
  close(): Promise<void>
}
