import { reportPrivate, reportValidUntil } from '@/lib/running/report'
import { parsePageNumber } from '@/lib/site/page-number'
import { commentsOpen, type Discussed } from './closing-time'
import type { Comment, CommentSettings } from './comment'
import { readComments, readOwnComment } from './read-for-pages'
import type { CommentsPage, Thread } from './threads'

export type SectionQuery = { comments?: string; replytocom?: string; mine?: string }

export type Section = {
  comments: CommentsPage | undefined
  isOpen: boolean
  replyTo?: Comment
  mine?: { comment: Comment; key: string }
}

/** Finds the comment with this id in threads. */
function findIn(threads: readonly Thread[], id: string): Comment | undefined {
  for (const { comment, replies } of threads) {
    const found = comment.id === id ? comment : findIn(replies, id)
    if (found !== undefined) return found
  }
  return undefined
}

/** Everything that an article's page shows of its comments; undefined when it has no such page of them. */
export async function readSection(
  article: Discussed & { slug: string },
  query: SectionQuery,
  settings: CommentSettings | undefined,
  now: Date,
): Promise<Section | undefined> {
  const page = parsePageNumber(query.comments)
  if (page === undefined) return undefined
  const outcome = await readComments(article.slug, page, now)
  if (outcome.ok && outcome.value === undefined) return undefined
  const comments = outcome.ok ? outcome.value : undefined
  const open = commentsOpen(article, settings?.closeAfterDays, now)
  if (open.open && open.until) reportValidUntil(open.until)
  const { replytocom, mine } = query
  const own = mine === undefined ? undefined : await readOwnComment(mine)
  const replyTo = replytocom === undefined ? undefined : findIn(comments?.threads ?? [], replytocom)
  // Invented ids must not fill the cache with copies of one page.
  if (replytocom !== undefined && replyTo === undefined) reportPrivate()
  return {
    comments,
    isOpen: open.open,
    ...(replyTo?.state === 'approved' && { replyTo }),
    ...(own !== undefined && { mine: { comment: own, key: mine?.split('.')[1] ?? '' } }),
  }
}
