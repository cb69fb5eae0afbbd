import { keptDays } from '../address-hash'
import { recordAction } from './audit'
import { COMMENT_COLUMNS, fromRow } from './comment-rows'
import { eraseComment } from './decide-comment'
import type { Verdict, Writing } from './engine'

const DAY = 86_400_000
/** A comment that waited this long will never be published; keeping it would be keeping people's words for nothing. */
export const UNAPPROVED_DAYS = 30
/** Long enough to see who did what to a story's comments while anybody still remembers. */
export const AUDIT_DAYS = 365
/** A report about what a program chose a year ago helps nobody. */
export const REPORT_DAYS = 365
/** Comments deleted in one transaction, few enough that writers don't have to wait. */
const PURGE_AT_ONCE = 200

/** Deletes what has been kept long enough. Returns how many comments were deleted; call it again until that is 0. */
export async function purge({ db, markChanged }: Writing, now: Date): Promise<Verdict<number>> {
  const before = (days: number) => new Date(now.getTime() - days * DAY).toISOString()
  await db.deleteFrom('comment_posts').where('posted', '<', before(1)).execute()
  await db.deleteFrom('comment_rates').where('window_start', '<', before(2)).execute()
  await db.deleteFrom('comment_changes').where('at', '<', before(1)).execute()
  await db.deleteFrom('comment_audit').where('at', '<', before(AUDIT_DAYS)).execute()
  await db.deleteFrom('mistake_reports').where('created', '<', before(REPORT_DAYS)).execute()
  await db.deleteFrom('address_blocks').where('until', '<', now.toISOString()).execute()
  await db.deleteFrom('address_keys').where('day', '<', keptDays(now)[1]).execute()
  await db.deleteFrom('moderator_sessions').where('expires', '<', now.toISOString()).execute()
  await db.deleteFrom('sign_in_links').where('expires', '<', now.toISOString()).execute()
  // Hashes of older days can no longer be traced to an address, and nothing uses them.
  await db
    .updateTable('comments')
    .set({ address_hash: null })
    .where('address_hash', 'is not', null)
    .where('created', '<', before(2))
    .execute()
  await db
    .updateTable('mistake_reports')
    .set({ address_hash: null })
    .where('address_hash', 'is not', null)
    .where('created', '<', before(2))
    .execute()
  const rows = await db
    .selectFrom('comments')
    .select(COMMENT_COLUMNS)
    .where('state', 'in', ['pending', 'rejected'])
    .where('created', '<', before(UNAPPROVED_DAYS))
    .orderBy('id')
    .limit(PURGE_AT_ONCE)
    .execute()
  for (const comment of rows.map(fromRow)) {
    await eraseComment(db, comment)
    await recordAction(db, {
      at: now,
      actor: 'time',
      action: 'purge',
      id: comment.id,
      article: comment.article,
    })
    await markChanged(comment.article)
  }
  return { keep: true, value: rows.length }
}
