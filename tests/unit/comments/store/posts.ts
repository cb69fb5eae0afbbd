import { type CommentSettings, DEFAULT_COMMENT_SETTINGS } from '@/lib/comments/comment'
import { commentId } from '@/lib/comments/comment-id'
import { fingerprint, textHash } from '@/lib/comments/dedupe'
import { RATE_LIMITS, type RateLimits } from '@/lib/comments/rates'
import type { CommentDatabase } from '@/lib/comments/store/comment-database'
import type { Post, SubmitOutcome } from '@/lib/comments/store/post'
import { value } from './databases'

export const NOON = new Date('2025-11-23T12:00:00Z')
export const minutesLater = (minutes: number, from = NOON) =>
  new Date(from.getTime() + minutes * 60_000)

export const FLAGGED: CommentSettings = {
  ...DEFAULT_COMMENT_SETTINGS,
  moderation: 'flagged',
  staff: ['Desk'],
}
/** For tests that aren't about rates. */
export const UNLIMITED: RateLimits = {
  address: [{ name: 'none', most: 1e9, window: 60_000 }],
  total: { ...RATE_LIMITS.total, most: 1e9 },
}

let count = 0

/** A comment that differs from all others, except where the test says so. */
export function post(given: Partial<Post> = {}): Post {
  count++
  const created = given.created ?? NOON
  const fields = { article: 'nato', name: 'Anna', text: `Comment ${count}`, ...given }
  const random = new Uint8Array(8)
  new DataView(random.buffer).setUint32(4, count)
  // Spread over the alphabet's five bits per character.
  const spread = random.map((_, i) => (count >> (5 * (7 - i))) & 31)
  return {
    id: commentId(created, spread),
    honeypot: '',
    created,
    addressHashes: [`today-${count % 97}`, `yesterday-${count % 97}`],
    fingerprint: fingerprint('secret', fields),
    textHash: textHash('secret', fields.text),
    ...fields,
  }
}

export const submit = (
  database: CommentDatabase,
  given: Post,
  settings: CommentSettings = FLAGGED,
  limits: RateLimits = UNLIMITED,
): Promise<SubmitOutcome> => value(database.submit({ post: given, settings, limits }))

/** Posts and returns the id, for tests of what happens afterwards. */
export async function published(
  database: CommentDatabase,
  given: Partial<Post> = {},
): Promise<string> {
  const outcome = await submit(database, post(given))
  if (outcome.kind !== 'stored' || outcome.comment.state !== 'approved') {
    throw new Error(`Not published: ${JSON.stringify(outcome)}`)
  }
  return outcome.comment.id
}
