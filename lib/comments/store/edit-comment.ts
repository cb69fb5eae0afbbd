import type { Comment, CommentSettings, HoldReason } from '../comment'
import { firstState, holdReasons } from '../hold-reasons'
import { recordAction } from './audit'
import type { DecideOutcome } from './decide-comment'
import type { Verdict, Writing } from './engine'
import { rememberWords } from './posted-words'
import { findComment } from './read-comments'

/** Reasons to hold a comment that concern its place and sender, so they remain when the words change. */
const STAYS: readonly HoldReason[] = ['repeat', 'look-alike', 'blocked', 'honeypot']

/**
 * Changes the words. A published comment goes back to the queue if an editor had approved it, or if there is a reason to
 * hold its new words: a text that nobody would have approved must not get in through an edit.
 */
export async function editComment(
  { db, markChanged }: Writing,
  edit: { id: string; text: string; textHash: string },
  settings: CommentSettings,
  now: Date,
): Promise<Verdict<DecideOutcome>> {
  const comment = await findComment(db, edit.id)
  if (comment === undefined || comment.state === 'deleted' || comment.state === 'rejected') {
    return { keep: false, value: { kind: 'not-found' } }
  }
  if (comment.text === edit.text) return { keep: false, value: { kind: 'done', comment } }
  const fromWords = holdReasons({
    ...{ name: comment.name, text: edit.text, staff: [], namesAlike: [] },
    ...{ isRepeat: false, isBlocked: false, honeypot: '' },
  }).filter((reason) => !STAYS.includes(reason))
  const heldFor = [...comment.heldFor.filter((reason) => STAYS.includes(reason)), ...fromWords]
  const state = firstState(settings.moderation, heldFor)
  const edited: Comment = { ...comment, text: edit.text, heldFor, state, edited: now }
  await db
    .updateTable('comments')
    .set({
      text: edit.text,
      held_for: JSON.stringify(heldFor),
      state,
      edited: now.toISOString(),
    })
    .where('id', '=', edit.id)
    .execute()
  await db.deleteFrom('comment_posts').where('comment_id', '=', edit.id).execute()
  await rememberWords(db, [{ comment: edited, textHash: edit.textHash }], now)
  await recordAction(db, {
    at: now,
    actor: 'writer',
    action: 'edit',
    id: edit.id,
    article: comment.article,
  })
  if (comment.state === 'approved') await markChanged(comment.article)
  return { keep: true, value: { kind: 'done', comment: edited } }
}
