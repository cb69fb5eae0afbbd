import type { Comment } from '../comment'
import {
  buildThreads,
  type CommentsPage,
  cutPages,
  pageOfThread,
  type ThreadSize,
} from '../threads'
import { COMMENT_COLUMNS, fromRow } from './comment-rows'
import type { Database } from './tables'

/** The threads of an article with something to show, and the number of comments in each, oldest first. */
async function readThreadSizes(db: Database, article: string): Promise<ThreadSize[]> {
  const rows = await db
    .selectFrom('comments')
    .select((select) => ['root', select.fn.countAll<number | string>().as('comments')])
    .where('article', '=', article)
    .where('state', '=', 'approved')
    .groupBy('root')
    .orderBy('root')
    .execute()
  return rows.map(({ root, comments }) => ({ root, comments: Number(comments) }))
}

/** One page of an article's comments; undefined when that page doesn't exist. The first page always exists. */
export async function readCommentsPage(
  db: Database,
  article: string,
  page: number,
): Promise<CommentsPage | undefined> {
  const sizes = await readThreadSizes(db, article)
  const pages = cutPages(sizes)
  const roots = pages[page - 1]
  if (roots === undefined) return undefined
  const total = sizes.reduce((sum, { comments }) => sum + comments, 0)
  if (roots.length === 0) return { threads: [], page, pages: pages.length, total }
  const rows = await db
    .selectFrom('comments')
    .select(COMMENT_COLUMNS)
    .where('article', '=', article)
    .where('root', 'in', roots)
    .execute()
  return { threads: buildThreads(rows.map(fromRow)), page, pages: pages.length, total }
}

export async function findComment(db: Database, id: string): Promise<Comment | undefined> {
  const row = await db
    .selectFrom('comments')
    .select(COMMENT_COLUMNS)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? undefined : fromRow(row)
}

/** The page that a published comment is on now; undefined when it is not shown. */
export async function findCommentPage(
  db: Database,
  id: string,
): Promise<{ article: string; page: number } | undefined> {
  const comment = await findComment(db, id)
  if (comment === undefined || comment.state !== 'approved') return undefined
  const page = pageOfThread(await readThreadSizes(db, comment.article), comment.root)
  return page === undefined ? undefined : { article: comment.article, page }
}

/** The newest published comments, newest first, for an article's feed. */
export async function readNewestComments(
  db: Database,
  article: string,
  most: number,
): Promise<Comment[]> {
  const rows = await db
    .selectFrom('comments')
    .select(COMMENT_COLUMNS)
    .where('article', '=', article)
    .where('state', '=', 'approved')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.map(fromRow)
}

/** Waiting comments with the oldest first, or decided ones with the newest first. */
export async function readByState(
  db: Database,
  state: 'pending' | 'approved' | 'rejected',
  most: number,
): Promise<Comment[]> {
  const rows = await db
    .selectFrom('comments')
    .select(COMMENT_COLUMNS)
    .where('state', '=', state)
    .orderBy('id', state === 'pending' ? 'asc' : 'desc')
    .limit(most)
    .execute()
  return rows.map(fromRow)
}

/** The cheapest query there is, for health checks. */
export async function isThere(db: Database): Promise<true> {
  await db.selectFrom('comments').select('id').limit(1).execute()
  return true
}

export async function findComments(db: Database, ids: readonly string[]): Promise<Comment[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('comments')
    .select(COMMENT_COLUMNS)
    .where('id', 'in', [...ids])
    .execute()
  return rows.map(fromRow)
}
