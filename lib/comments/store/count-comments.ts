import type { CommentState } from '../comment'
import type { Database } from './tables'

/** How many published comments each of these articles has; articles without comments are not in the map. */
export async function countComments(
  db: Database,
  articles: readonly string[],
): Promise<Map<string, number>> {
  if (articles.length === 0) return new Map()
  const rows = await db
    .selectFrom('comments')
    .select((select) => ['article', select.fn.countAll<number | string>().as('count')])
    .where('article', 'in', [...articles])
    .where('state', '=', 'approved')
    .groupBy('article')
    .execute()
  return new Map(rows.map(({ article, count }) => [article, Number(count)]))
}

/** The same for the next articles with comments after this one, in order of slug. */
export async function countNextArticles(
  db: Database,
  after: string,
  most: number,
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('comments')
    .select((select) => ['article', select.fn.countAll<number | string>().as('count')])
    .where('article', '>', after)
    .where('state', '=', 'approved')
    .groupBy('article')
    .orderBy('article')
    .limit(most)
    .execute()
  return new Map(rows.map(({ article, count }) => [article, Number(count)]))
}

export type StateCounts = Record<Exclude<CommentState, 'deleted'>, number>

/** How many comments are in each state, for editors. */
export async function countByState(db: Database): Promise<StateCounts> {
  const rows = await db
    .selectFrom('comments')
    .select((select) => ['state', select.fn.countAll<number | string>().as('count')])
    .groupBy('state')
    .execute()
  const count = (state: CommentState) => Number(rows.find((row) => row.state === state)?.count ?? 0)
  return { pending: count('pending'), approved: count('approved'), rejected: count('rejected') }
}

export async function countWaiting(db: Database): Promise<number> {
  const { waiting } = await db
    .selectFrom('comments')
    .select((select) => select.fn.countAll<number | string>().as('waiting'))
    .where('state', '=', 'pending')
    .executeTakeFirstOrThrow()
  return Number(waiting)
}
