import type { Comment } from '../comment'
import { nameSkeleton } from '../look-alike'
import { type Actor, recordAction } from './audit'
import { COMMENT_COLUMNS, fromRow, insertComment, toRow } from './comment-rows'
import type { Verdict, Writing } from './engine'
import { rememberWords } from './posted-words'
import { findComment } from './read-comments'
import type { Database } from './tables'

/** A reader who was blocked by mistake, or who inherited a blocked reader's address, is free again a day later. */
export const BLOCK_HOURS = 24

export type Action = { actor: Actor; now: Date }
export type DecideOutcome = { kind: 'done'; comment: Comment } | { kind: 'not-found' }

const NOT_FOUND = { keep: false, value: { kind: 'not-found' } } as const

const record = (db: Database, comment: Comment, { actor, now }: Action, action: string) =>
  recordAction(db, { at: now, actor, action, id: comment.id, article: comment.article })

/** Publishes a comment or takes it off the page. Doing it twice changes nothing. */
export async function decideComment(
  { db, markChanged }: Writing,
  id: string,
  state: 'approved' | 'rejected',
  action: Action,
): Promise<Verdict<DecideOutcome>> {
  const comment = await findComment(db, id)
  if (comment === undefined || comment.state === 'deleted') return NOT_FOUND
  if (comment.state === state) return { keep: false, value: { kind: 'done', comment } }
  await db.updateTable('comments').set({ state }).where('id', '=', id).execute()
  await record(db, comment, action, state === 'approved' ? 'approve' : 'reject')
  await markChanged(comment.article)
  return { keep: true, value: { kind: 'done', comment: { ...comment, state } } }
}

/** Deletes a comment from the database; while it has replies, a tombstone without name, text and address stays. */
export async function deleteComment(
  writing: Writing,
  id: string,
  action: Action,
): Promise<Verdict<DecideOutcome>> {
  const { db, markChanged } = writing
  const comment = await findComment(db, id)
  if (comment === undefined || comment.state === 'deleted') return NOT_FOUND
  await eraseComment(db, comment)
  await record(db, comment, action, 'delete')
  await markChanged(comment.article)
  return { keep: true, value: { kind: 'done', comment } }
}

/** The part of deleting that is the same for a writer, an editor and the scheduled purge. */
export async function eraseComment(db: Database, comment: Comment): Promise<void> {
  await db.deleteFrom('comment_posts').where('comment_id', '=', comment.id).execute()
  const empty = { name: '', text: '', skeleton: '', address_hash: null, held_for: '[]' }
  await db
    .updateTable('comments')
    .set({ ...empty, edited: null, by_editor: 0, state: 'deleted' })
    .where('id', '=', comment.id)
    .execute()
  await removeBareTombstones(db, comment.id)
}

/** Deletes a tombstone without replies, and then perhaps the one above it. */
async function removeBareTombstones(db: Database, id: string): Promise<void> {
  for (let next: string | undefined = id; next !== undefined; ) {
    const removed: { parent: string | null } | undefined = await db
      .deleteFrom('comments')
      .where('id', '=', next)
      .where('state', '=', 'deleted')
      .where((where) =>
        where.not(
          where.exists(
            where
              .selectFrom('comments as reply')
              .select('reply.id')
              .where('reply.parent', '=', next ?? ''),
          ),
        ),
      )
      .returning('parent')
      .executeTakeFirst()
    next = removed?.parent ?? undefined
  }
}

/** An editor's answer below a comment, marked as such; the comment that it answers is published too. */
export async function replyAsEditor(
  writing: Writing,
  reply: { id: string; parent: string; name: string; text: string; textHash: string },
  action: Action,
): Promise<Verdict<DecideOutcome>> {
  const { db, markChanged } = writing
  const approved = await decideComment(writing, reply.parent, 'approved', action)
  if (approved.value.kind === 'not-found') return NOT_FOUND
  const { article, root } = approved.value.comment
  const { id, parent, name, text, textHash } = reply
  const comment: Comment = {
    ...{ id, parent, name, text, article, root, created: action.now, heldFor: [] },
    state: 'approved',
    byEditor: true,
  }
  await insertComment(db, toRow(comment, nameSkeleton(name)))
  await rememberWords(db, [{ comment, textHash }], action.now)
  await record(db, comment, action, 'reply')
  await markChanged(article)
  return { keep: true, value: { kind: 'done', comment } }
}

/** Holds all other comments from the same network for BLOCK_HOURS. */
export async function blockWriter(
  { db }: Writing,
  id: string,
  action: Action,
): Promise<Verdict<DecideOutcome>> {
  const comment = await findComment(db, id)
  if (comment?.addressHash === undefined) return NOT_FOUND
  const until = new Date(action.now.getTime() + BLOCK_HOURS * 3_600_000).toISOString()
  await db
    .insertInto('address_blocks')
    .values({ address_hash: comment.addressHash, until })
    .onConflict((conflict) => conflict.column('address_hash').doUpdateSet({ until }))
    .execute()
  await record(db, comment, action, 'block')
  return { keep: true, value: { kind: 'done', comment } }
}

/** Comments signed with exactly this name, oldest first. */
export async function findByName(db: Database, name: string): Promise<Comment[]> {
  const rows = await db
    .selectFrom('comments')
    .select(COMMENT_COLUMNS)
    .where('name', '=', name)
    .where('state', '!=', 'deleted')
    .orderBy('id')
    .execute()
  return rows.map(fromRow)
}
