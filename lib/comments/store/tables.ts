import type { Generated, Kysely, Transaction } from 'kysely'
import type { CommentState } from '../comment'
import type { ReportState } from '../mistake-report'

/**
 * The tables, the same on SQLite and PostgreSQL. Times are text, ISO 8601 in UTC with milliseconds: text sorts by time,
 * reads well in an export, and neither database's driver converts it.
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
    /** The name's skeleton, see look-alike.ts; empty when deleted. */
    skeleton: string
    by_editor: number
    created: string
    edited: string | null
    address_hash: string | null
  }
  /** The posts of the last day, to detect double clicks and repeats. */
  comment_posts: { fingerprint: string; comment_id: string; posted: string }
  /** The count in each window, see rates.ts. `subject` is an address hash, or a shard of the total. */
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
    /** A JSON list. */
    shown: string
    model: string
    question: string
    words: string
    state: ReportState
    created: string
    address_hash: string | null
  }
  /** Which articles' comments changed and when, for other processes to read. */
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
