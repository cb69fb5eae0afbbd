import type { Comment } from '../comment'
import { SAME_COMMENT_MINUTES } from '../dedupe'
import { firstState, holdReasons } from '../hold-reasons'
import { nameSkeleton } from '../look-alike'
import { retryAfter } from '../rates'
import { THREAD_MAX } from '../threads'
import { COMMENT_COLUMNS, fromRow, toRow } from './comment-rows'
import type { Verdict, Writing } from './engine'
import type { Post, Submission, SubmitOutcome } from './post'
import { takeFromRates } from './rate-counts'
import { readFacts } from './read-facts'
import type { Database } from './tables'

const MINUTE = 60_000

/** What was posted before this is another comment, though it has the same words. */
export const sameSince = (now: Date): string =>
  new Date(now.getTime() - SAME_COMMENT_MINUTES * MINUTE).toISOString()

type Claim = Pick<Post, 'fingerprint' | 'id' | 'created'>

/**
 * Claims the fingerprint; false when somebody has it. Two servers that get the same words at once meet at this row: the
 * second one waits for the first one's commit.
 */
export async function claimFingerprint(
  db: Database,
  { fingerprint, id, created }: Claim,
): Promise<boolean> {
  const claimed = await db
    .insertInto('comment_posts')
    .values({ fingerprint, comment_id: id, posted: created.toISOString() })
    .onConflict((conflict) =>
      conflict
        .column('fingerprint')
        .doUpdateSet((set) => ({
          comment_id: set.ref('excluded.comment_id'),
          posted: set.ref('excluded.posted'),
        }))
        .where('comment_posts.posted', '<', sameSince(created)),
    )
    .returning('comment_id')
    .executeTakeFirst()
  return claimed !== undefined
}

async function findSame(db: Database, post: Post): Promise<Comment | undefined> {
  if (await claimFingerprint(db, post)) return undefined
  const row = await db
    .selectFrom('comments')
    .select(COMMENT_COLUMNS)
    .where('id', '=', (select) =>
      select
        .selectFrom('comment_posts')
        .select('comment_id')
        .where('fingerprint', '=', post.fingerprint),
    )
    .executeTakeFirstOrThrow()
  return fromRow(row)
}

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
    .where('root', '=', parent.root)
    .executeTakeFirstOrThrow()
  return Number(size) < THREAD_MAX ? { kind: 'place', root: parent.root } : { kind: 'thread-full' }
}

/** A comment as it would be stored, or why it isn't. */
export type Prepared =
  | { kind: 'comment'; comment: Comment; skeleton: string }
  | Extract<SubmitOutcome, { kind: 'too-many' | 'no-parent' | 'thread-full' }>

/**
 * Everything about a comment that is decided by reading: where it belongs, whether it is shown or waits.
 *
 * @param uncounted 1 if this comment is not yet among those that the total rate counts
 */
export async function prepareComment(
  db: Database,
  { post, settings, limits }: Submission,
  uncounted: 0 | 1,
): Promise<Prepared> {
  const place = await findPlace(db, post)
  if (place.kind !== 'place') return { kind: place.kind }
  const skeleton = nameSkeleton(post.name)
  const facts = await readFacts(db, post, skeleton, limits.total)
  if (facts.total + uncounted > limits.total.most) {
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

/** Stores a comment once, if the rates allow it and its parent exists; decides whether it is shown or waits. */
export async function submitComment(
  { db, markChanged }: Writing,
  submission: Submission,
): Promise<Verdict<SubmitOutcome>> {
  const { post, limits } = submission
  const same = await findSame(db, post)
  // Before the rates: whoever clicks twice has not written twice.
  if (same !== undefined) return refuse({ kind: 'same', comment: same })
  const rate = await takeFromRates(db, limits, post.addressHashes[0], post.created)
  if (!rate.ok) return refuse({ kind: 'too-many', retryAfter: rate.retryAfter })
  const prepared = await prepareComment(db, submission, 0)
  if (prepared.kind !== 'comment') return refuse(prepared)
  const { comment, skeleton } = prepared
  await db
    .insertInto('comments')
    .values(toRow(comment, { skeleton, textHash: post.textHash }))
    .execute()
  if (comment.state === 'approved') await markChanged(comment.article)
  return { keep: true, value: { kind: 'stored', comment } }
}
