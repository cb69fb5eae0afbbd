import type { Kysely, Transaction } from 'kysely'
import type { Submission, SubmitOutcome } from './post'
import type { Tables } from './tables'

/** What a page, a form or a command gets: a value, or the news that comments can't be had just now. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; reason: 'unavailable' }

/** A transaction under way. */
export type Writing = {
  db: Transaction<Tables>
  /** Says that readers of the article's page see something else once this is committed. */
  markChanged(article: string): Promise<void>
}

/** What the work in a transaction comes to; `keep: false` undoes it. */
export type Verdict<T> = { keep: boolean; value: T }

/** What differs between SQLite and PostgreSQL. */
export type Engine = {
  /** File or host, for messages. */
  where: string
  /** Carries out submitComment in a transaction; says whether readers see something else now. */
  submit(submission: Submission): Promise<{ outcome: SubmitOutcome; hasChanged: boolean }>
  writer: Kysely<Tables>
  reader: Kysely<Tables>
  migrate(): Promise<void>
  markChanged(db: Transaction<Tables>, article: string): Promise<void>
  /**
   * Calls back with articles that another process changed, and with what went wrong in looking after the database. Returns
   * the way to stop.
   */
  watch(
    announce: (articles: string[]) => void,
    failed: (error: unknown) => void,
  ): () => Promise<void>
  /** How long a page waits for its comments before it does without, in milliseconds. */
  readWait: number
  /** How long a writer waits before being told to try again, in milliseconds. */
  writeWait: number
  close(): Promise<void>
}
