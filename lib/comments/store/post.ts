import type { Comment, CommentSettings } from '../comment'
import type { RateLimits } from '../rates'

/** A comment to be stored: it is valid, and its article takes comments. */
export type Post = {
  id: string
  article: string
  parent?: string
  name: string
  text: string
  honeypot: string
  created: Date
  /** The hashes of this writer's network with today's key and with yesterday's. */
  addressHashes: readonly [string, string]
  /** See dedupe.ts. */
  fingerprint: string
  textHash: string
}

/** A comment to be stored, with everything that decides about it. */
export type Submission = { post: Post; settings: CommentSettings; limits: RateLimits }

export type SubmitOutcome =
  | { kind: 'stored'; comment: Comment }
  /** These words were posted before; nothing is stored. */
  | { kind: 'same'; comment: Comment }
  | { kind: 'too-many'; retryAfter: number }
  /** The comment that it answers isn't a published comment of this article. */
  | { kind: 'no-parent' }
  | { kind: 'thread-full' }
