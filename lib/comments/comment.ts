import type { Site } from '@/lib/site/site'

/** `deleted` is a tombstone, without name, text or address: it stays only while the comment has replies. */
export const COMMENT_STATES = ['pending', 'approved', 'rejected', 'deleted'] as const
export type CommentState = (typeof COMMENT_STATES)[number]

/** Why a comment waits for an editor on a site that publishes comments at once. */
export const HOLD_REASONS = ['link', 'repeat', 'look-alike', 'blocked', 'honeypot'] as const
export type HoldReason = (typeof HOLD_REASONS)[number]

export type Comment = {
  id: string
  /** The article's slug. */
  article: string
  parent?: string
  /** The id of the thread's first comment, which has its own id here. */
  root: string
  state: CommentState
  heldFor: HoldReason[]
  /** As typed; empty when deleted. */
  name: string
  /** As typed; empty when deleted. */
  text: string
  byEditor: boolean
  created: Date
  edited?: Date
  /** A hash whose key is later deleted, see address-hash.ts. */
  addressHash?: string
}

/** `comments` in site.yaml. */
export type CommentSettings = NonNullable<Site['comments']>

/** By default no comment appears before an editor has read it. */
export const DEFAULT_COMMENT_SETTINGS: CommentSettings = { moderation: 'all', staff: [] }
