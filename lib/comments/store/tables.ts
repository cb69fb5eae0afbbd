import type { Generated, Kysely, Transaction } from 'kysely'
import type { CommentState } from '../comment'
import type { ReportState } from '../mistake-report'

/**
 * The tables, the same on SQLite and PostgreSQL. Times are ISO 8601 in UTC with milliseconds, as text: it sorts by
 * time, reads well in an export, and no driver of either database turns it into something else.
 */
export type Tables = {
  comments: {
    id: string
    article: string
    parent: string | null
    root: string
    state: CommentState
    /** A JSON list of HoldReason. */
    held_for: string
    name: string
    text: string
    /** What the name looks like, see look-alike.ts; empty when deleted. */
    skeleton: string
    by_editor: number
    created: string
    edited: string | null
    address_hash: string | null
  }
  /** What was posted in the last day, so that a second click finds the comment of the first and a repeat is noticed. */
  comment_posts: { fingerprint: string; comment_id: string; posted: string }
  /** How many in which window, see rates.ts. `subject` is an address hash, or a shard of the total. */
  comment_rates: { name: string; subject: string; window_start: string; count: number }
  comment_secrets: { name: string; value: string }
  address_keys: { day: string; key: string }
  address_blocks: { address_hash: string; until: string }
  moderator_sessions: { token_hash: string; admin: string; expires: string }
  sign_in_links: { token_hash: string; expires: string }
  /** See mistake-report.ts. */
  mistake_reports: {
    id: string
    feature: string
    article: string
    sentence_id: string
    sentence: string
    /** JSON. */
    shown: string
    model: string
    question: string
    words: string
    state: ReportState
    created: string
    address_hash: string | null
  }
  /** Which articles' comments changed when, for the processes that didn't change them. */
  comment_changes: { seq: Generated<number>; article: string; at: string }
  comment_audit: {
    seq: Generated<number>
    at: string
    actor: string
    action: string
    comment_id: string | null
    article: string | null
  }
}

/** The database, or a transaction in it. */
export type Database = Kysely<Tables> | Transaction<Tables>
