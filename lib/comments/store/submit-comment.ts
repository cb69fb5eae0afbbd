import type { Comment } from '../comment'
import { firstState, holdReasons } from '../hold-reasons'
import { nameSkeleton } from '../look-alike'
import { retryAfter } from '../rates'
import { THREAD_MAX } from '../threads'
import { insertComment, toRow } from './comment-rows'
import type { Verdict, Writing } from './engine'
import type { Post, Submission, SubmitOutcome } from './post'
import { findSame } from './posted-words'
import { takeFromRates } from './rate-counts'
import { readFacts } from './read-facts'
import type { Database } from './tables'

type Place = { kind: 'place'; root: string } | { kind: 'no-parent' } | { kind: 'thread-full' }

async function findPlace(db: Database, post: Post): Promise<Place> {
  if (post.parent === undefined) return { kind: 'place', root: post.id }
  const parent = await db
    .selectFrom('comments')
    .select('root')
    .where('id', '=', post.parent)
    .where('article', '=', post.article)
    .where('state', '=', 'approved')
    .executeTakeFirst()
  if (parent === undefined) return { kind: 'no-parent' }
  const { size } = await db
    .selectFrom('comments')
    .select((select) => select.fn.countAll<number | string>().as('size'))
    .where('article', '=', post.article)
    .where('root', '=', parent.root)
    .executeTakeFirstOrThrow()
  return Number(size) < THREAD_MAX ? { kind: 'place', root: parent.root } : { kind: 'thread-full' }
}

/** A comment as it would be stored, or why it is refused. */
export type Prepared =
  | { kind: 'comment'; comment: Comment; skeleton: string }
  | Extract<SubmitOutcome, { kind: 'too-many' | 'no-parent' | 'thread-full' }>

/**
 * Everything that reading alone decides about a comment, before anything is written: where it belongs, and whether it is
 * published or waits.
 */
export async function prepareComment(
  db: Database,
  { post, settings, limits }: Submission,
): Promise<Prepared> {
  const place = await findPlace(db, post)
  if (place.kind !== 'place') return { kind: place.kind }
  const skeleton = nameSkeleton(post.name)
  const facts = await readFacts(db, post, skeleton, limits.total)
  if (facts.total >= limits.total.most) {
    return { kind: 'too-many', retryAfter: retryAfter(limits.total, post.created) }
  }
  const heldFor = holdReasons({ ...post, ...facts, staff: settings.staff })
  const { id, article, parent, name, text, created } = post
  const comment: Comment = {
    ...{ id, article, name, text, created, heldFor, root: place.root, byEditor: false },
    ...(parent !== undefined && { parent }),
    state: firstState(settings.moderation, heldFor),
    addressHash: post.addressHashes[0],
  }
  return { kind: 'comment', comment, skeleton }
}

const refuse = <T>(value: T): Verdict<T> => ({ keep: false, value })

/** Stores a comment once, if the rates allow it and its parent exists; decides whether it is published or waits. */
export async function submitComment(
  { db, markChanged }: Writing,
  submission: Submission,
): Promise<Verdict<SubmitOutcome>> {
  const { post, limits } = submission
  // Done before the claim, which replaces the record of the same words posted earlier.
  const prepared = await prepareComment(db, submission)
  const same = await findSame(db, post)
  // Done before the rates: a reader who clicks twice hasn't written two comments.
  if (same !== undefined) return refuse({ kind: 'same', comment: same })
  const rate = await takeFromRates(db, limits, post.addressHashes[0], post.created)
  if (!rate.ok) return refuse({ kind: 'too-many', retryAfter: rate.retryAfter })
  if (prepared.kind !== 'comment') return refuse(prepared)
  const { comment, skeleton } = prepared
  await insertComment(db, toRow(comment, skeleton))
  if (comment.state === 'approved') await markChanged(comment.article)
  return { keep: true, value: { kind: 'stored', comment } }
}
