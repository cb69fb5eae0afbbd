import type { Comment } from '../comment'
import { SAME_COMMENT_MINUTES } from '../dedupe'
import { REPEAT_HOURS } from '../hold-reasons'
import { COMMENT_COLUMNS, fromRow } from './comment-rows'
import type { Post } from './post'
import { preparedQuery } from './prepared-query'
import type { Database } from './tables'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** A comment posted before this is a different one, even with the same words. */
export const sameSince = (now: Date): string =>
  new Date(now.getTime() - SAME_COMMENT_MINUTES * MINUTE).toISOString()

type Claim = Pick<Post, 'fingerprint' | 'id' | 'created'>

const claim = preparedQuery<
  { fingerprint: string; id: string; posted: string; since: string },
  { comment_id: string }
>((db, value) =>
  db
    .insertInto('comment_posts')
    .values({
      fingerprint: value('fingerprint'),
      comment_id: value('id'),
      posted: value('posted'),
    })
    .onConflict((conflict) =>
      conflict
        .column('fingerprint')
        .doUpdateSet((set) => ({
          comment_id: set.ref('excluded.comment_id'),
          posted: set.ref('excluded.posted'),
        }))
        .where('comment_posts.posted', '<', value('since')),
    )
    .returning('comment_id'),
)

/**
 * Claims the fingerprint; false when it is taken. Two servers that get the same words at once meet at this row: the second
 * waits for the first one's commit.
 */
export async function claimFingerprint(
  db: Database,
  { fingerprint, id, created }: Claim,
): Promise<boolean> {
  const times = { posted: created.toISOString(), since: sameSince(created) }
  const claimed = await claim(db, { fingerprint, id, ...times })
  return claimed.length > 0
}

/** The comment posted with the same words minutes ago, if any; otherwise claims the words for this comment. */
export async function findSame(db: Database, post: Post): Promise<Comment | undefined> {
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

/** Words posted before this no longer count as repeated. */
export const repeatSince = (now: Date): string =>
  new Date(now.getTime() - REPEAT_HOURS * HOUR).toISOString()

/** The range that contains the fingerprints of these words: they start with the hash and a dot, see dedupe.ts. */
export const fingerprintsOf = (textHash: string): { from: string; to: string } => ({
  from: `${textHash}.`,
  to: `${textHash}/`,
})

/** Remembers words that didn't come by a post, so that repeats of them are noticed; no post counts as the same comment. */
export async function rememberWords(
  db: Database,
  written: readonly { comment: Comment; textHash: string }[],
  now: Date,
): Promise<void> {
  const since = repeatSince(now)
  const rows = written
    .map(({ comment: { id, created }, textHash }) => ({
      fingerprint: `${textHash}.${id}`,
      comment_id: id,
      posted: created.toISOString(),
    }))
    .filter(({ posted }) => posted > since)
  if (rows.length === 0) return
  await db
    .insertInto('comment_posts')
    .values(rows)
    .onConflict((conflict) => conflict.column('fingerprint').doNothing())
    .execute()
}
