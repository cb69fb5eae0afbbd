import { type Kysely, sql } from 'kysely'
import { toRow } from '../comment-rows'
import { DatabaseError } from '../database-error'
import type { Submission, SubmitOutcome } from '../post'
import { sameSince } from '../posted-words'
import { countsOf, startOf } from '../rate-counts'
import { type Prepared, prepareComment } from '../submit-comment'
import type { Tables } from '../tables'

/** SQLSTATE of a division by zero, see below, and of a parent that was deleted meanwhile. */
const UNDONE = new Set<string | number>(['22012', '23503'])

type Ready = Extract<Prepared, { kind: 'comment' }>

/**
 * Stores a comment in one statement, which is a transaction in itself: this takes two round trips to PostgreSQL, one to
 * read what decides about the comment and one to store it, where submitComment takes seven. When the case isn't that
 * simple, it does nothing and returns undefined, and submitComment finds out why.
 *
 * @param channel where other servers listen for articles whose comments changed
 */
export async function submitAtOnce(
  writer: Kysely<Tables>,
  channel: string,
  submission: Submission,
): Promise<{ outcome: SubmitOutcome; hasChanged: boolean } | undefined> {
  const prepared = await prepareComment(writer, submission)
  if (prepared.kind !== 'comment') return undefined
  const { comment } = prepared
  if (!(await store(writer, channel, submission, prepared))) return undefined
  return { outcome: { kind: 'stored', comment }, hasChanged: comment.state === 'approved' }
}

/**
 * Claims the fingerprint, counts, stores and notifies, in this order: a server that gets the same words at once waits at
 * the first step, where nothing else is locked yet. Exceeding a rate divides by zero, which undoes everything.
 */
async function store(
  writer: Kysely<Tables>,
  channel: string,
  { post, limits }: Submission,
  { comment, skeleton }: Ready,
): Promise<boolean> {
  const at = post.created.toISOString()
  const counts = countsOf(limits, post.addressHashes[0])
  const counted = counts.map(
    ({ rate, subject }) =>
      sql`(${rate.name}::text, ${subject}::text, ${startOf(rate, post.created)}::text)`,
  )
  const most = [...limits.address, limits.total].map(
    ({ name, most }) => sql`(${name}::text, ${most}::int)`,
  )
  const row = Object.entries(toRow(comment, skeleton))
  const columns = row.map(([name]) => sql.ref(name))
  const values = row.map(([, value]) =>
    typeof value === 'number' ? sql`${value}::int` : sql`${value}::text`,
  )
  const told =
    comment.state === 'approved'
      ? sql`, changed as (insert into comment_changes (article, at)
          select ${comment.article}::text, ${at}::text from claimed
          returning pg_notify(${channel}, article))`
      : sql``
  const statement = sql<{ stored: number }>`
    with claimed as (
      insert into comment_posts (fingerprint, comment_id, posted)
      values (${post.fingerprint}, ${post.id}, ${at})
      on conflict (fingerprint) do update set comment_id = excluded.comment_id, posted = excluded.posted
      where comment_posts.posted < ${sameSince(post.created)}
      returning comment_id
    ), counted as (
      insert into comment_rates as rates (name, subject, window_start, count)
      select one.*, 1 from (values ${sql.join(counted)}) as one where exists (select from claimed)
      on conflict (name, window_start, subject) do update set count = rates.count + 1
      returning name, count
    ), stored as (
      insert into comments (${sql.join(columns)}) select ${sql.join(values)} from claimed returning id
    )${told}
    select (select count(*) from stored)::int / (not exists (
      select from counted join (values ${sql.join(most)}) as own (name, most) using (name) where count > most
    ))::int as stored`
  try {
    const { rows } = await statement.execute(writer)
    return rows[0]?.stored === 1
  } catch (error) {
    if (error instanceof DatabaseError && UNDONE.has(error.code)) return false
    throw error
  }
}
