import type { Site } from '@/lib/site/site'

/** `deleted` is a tombstone: it stays only while replies hang below it, without name, text or address. */
export const COMMENT_STATES = ['pending', 'approved', 'rejected', 'deleted'] as const
export type CommentState = (typeof COMMENT_STATES)[number]

/** Why a comment waits for an editor although the site publishes at once. */
export const HOLD_REASONS = ['link', 'repeat', 'look-alike', 'blocked', 'honeypot'] as const
export type HoldReason = (typeof HOLD_REASONS)[number]

export type Comment = {
  id: string
  /** The article's slug. */
  article: string
  parent?: string
  /** The first comment of the thread; its own id for that one. */
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
  /** Keyed with a key that is thrown away, see address-hash.ts. */
  addressHash?: string
}

/** `comments` in site.yaml. */
export type CommentSettings = NonNullable<Site['comments']>

/** Until an editor decides otherwise nothing appears unread. */
export const DEFAULT_COMMENT_SETTINGS: CommentSettings = { moderation: 'all', staff: [] }
