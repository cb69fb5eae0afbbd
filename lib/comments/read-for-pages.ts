import { reportCacheTags, reportPrivate, reportValidUntil } from '@/lib/running/report'
import type { Comment } from './comment'
import type { Outcome } from './store/engine'
import { askCounts, askNewest, askOwn, askPage, askView } from './store/page-questions'
import type { CommentsPage } from './threads'
import type { View } from './view'

/** How long a page that was rendered without its comments is kept, in milliseconds: the database may soon be back. */
const WITHOUT_COMMENTS = 3000

const UNAVAILABLE = { ok: false, reason: 'unavailable' } as const

const commentsTag = (article: string) => `comments:${article}`
const countTag = (article: string) => `counted:${article}`

/** Pages that were rendered without comments are out of date once the database can be read again. */
export const WITHOUT_COMMENTS_TAG = 'comments-unavailable'

/** The cache tags of pages that are out of date when comments of these articles change. */
export const tagsOfComments = (articles: readonly string[]) => articles.map(commentsTag)
/** The cache tags of lists that are out of date when the number of comments of these articles changes. */
export const tagsOfCounts = (articles: readonly string[]) => articles.map(countTag)

function orUnavailable<T>(answer: Outcome<T> | undefined, now: Date): Outcome<T> {
  if (answer?.ok) return answer
  reportCacheTags(WITHOUT_COMMENTS_TAG)
  reportValidUntil(new Date(now.getTime() + WITHOUT_COMMENTS))
  return UNAVAILABLE
}

/** A page of an article's comments; the value is undefined when that page doesn't exist. Answers in bounded time. */
export async function readComments(
  article: string,
  page: number,
  now: Date,
): Promise<Outcome<CommentsPage | undefined>> {
  reportCacheTags(commentsTag(article))
  return orUnavailable(await askPage.ask({ article, page }), now)
}

/** How many comments each story of a list has; stories without comments are not in the map. */
export async function readCommentCounts(
  stories: readonly { slug: string }[],
): Promise<Map<string, number>> {
  const articles = stories.map(({ slug }) => slug)
  // Reported before the counts are looked up, so that any later change makes the list out of date.
  reportCacheTags(...tagsOfCounts(articles))
  return (await askCounts.ask(articles)) ?? new Map()
}

/** The newest comments of an article for its feed, newest first. */
export async function readCommentsFeed(article: string, now: Date): Promise<Outcome<Comment[]>> {
  reportCacheTags(commentsTag(article))
  return orUnavailable(await askNewest.ask(article), now)
}

/** The comment that the reader has just posted, by the secret in the address; undefined when that is wrong. */
export async function readOwnComment(mine: string): Promise<Comment | undefined> {
  reportPrivate()
  const [id = '', key = ''] = mine.split('.')
  const answer = await askOwn.ask({ id, key })
  return answer?.ok ? answer.value : undefined
}

/** The view that answers a form. Each is shown once. */
export async function readView(token: string): Promise<View | undefined> {
  reportPrivate()
  return askView.ask(token)
}
