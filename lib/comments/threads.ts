import type { Comment } from './comment'

/** Deeper replies are stored with their real parent and shown at this depth: a phone has no room for more steps. */
export const DEPTH_SHOWN = 3
export const THREADS_PER_PAGE = 50
/**
 * A page ends early once its threads hold this many comments: the cost of a page must not depend on the length of its
 * threads, and beyond a hundred comments rendering them costs more than the rest of the article.
 */
export const COMMENTS_PER_PAGE = 100
/** The most comments in a thread; after that a reply is asked to start a new one. This limits the longest page. */
export const THREAD_MAX = 500

export type Thread = {
  comment: Comment
  replies: Thread[]
  /** Set for a reply that is not indented below the comment it answers. */
  inReplyTo?: Comment
}

export type CommentsPage = {
  threads: Thread[]
  page: number
  pages: number
  /** The article's published comments on all pages. */
  total: number
}

/** How many comments a thread shows, keyed by its first comment's id; the oldest thread comes first. */
export type ThreadSize = { root: string; comments: number }

/** The threads on each page, never split, in order. There is always a first page. */
export function cutPages(threads: readonly ThreadSize[]): string[][] {
  let page: string[] = []
  let comments = 0
  const pages = [page]
  for (const thread of threads) {
    const isFull = page.length === THREADS_PER_PAGE || comments >= COMMENTS_PER_PAGE
    if (isFull) {
      page = []
      comments = 0
      pages.push(page)
    }
    page.push(thread.root)
    comments += thread.comments
  }
  return pages
}

/**
 * The most pages that this many comments can fill: every page but the last is at least as long as a page of single
 * comments.
 */
export const mostPages = (comments: number): number =>
  Math.max(1, Math.ceil(comments / Math.min(THREADS_PER_PAGE, COMMENTS_PER_PAGE)))

/** The page that a thread is on, counted from 1; undefined when it is on none. */
export function pageOfThread(threads: readonly ThreadSize[], root: string): number | undefined {
  const index = cutPages(threads).findIndex((page) => page.includes(root))
  return index === -1 ? undefined : index + 1
}

const byId = (a: Comment, b: Comment) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** The ids of comments to show: published ones, and those with a published reply below them. */
function idsToShow(comments: readonly Comment[]): Set<string> {
  const parents = new Map(comments.map((comment) => [comment.id, comment.parent]))
  const shown = new Set<string>()
  for (const comment of comments) {
    if (comment.state !== 'approved') continue
    for (let id: string | undefined = comment.id; id !== undefined && !shown.has(id); ) {
      if (parents.has(id)) shown.add(id)
      id = parents.get(id)
    }
  }
  return shown
}

/** The comments to show, grouped by the comment they answer, oldest first; those that answer none are under ''. */
function groupByParent(comments: readonly Comment[]): Map<string, Comment[]> {
  const ids = idsToShow(comments)
  const groups = new Map<string, Comment[]>()
  for (const comment of comments.filter(({ id }) => ids.has(id)).sort(byId)) {
    const parent = comment.parent ?? ''
    const group = groups.get(parent)
    if (group === undefined) groups.set(parent, [comment])
    else group.push(comment)
  }
  return groups
}

/**
 * Comments as threads, oldest first at each level. Replies are nested below what they answer down to DEPTH_SHOWN, and
 * follow in the order of the conversation from there on. An unpublished comment is left out unless it has a published
 * reply.
 */
export function buildThreads(comments: readonly Comment[]): Thread[] {
  const replies = groupByParent(comments)
  const threads: Thread[] = []
  type Waiting = { comment: Comment; depth: number; into: Thread[]; answered?: Comment }
  // A stack, not recursion: a chain of 5,000 replies would be 5,000 calls deep.
  const waiting: Waiting[] = []
  const queue = (below: Comment | undefined, depth: number, into: Thread[]) => {
    for (const comment of (replies.get(below?.id ?? '') ?? []).toReversed()) {
      waiting.push({ comment, depth, into, ...(below !== undefined && { answered: below }) })
    }
  }
  queue(undefined, 1, threads)
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { comment, depth, into, answered } = next
    const isFlattened = depth > DEPTH_SHOWN && answered !== undefined
    const thread: Thread = { comment, replies: [], ...(isFlattened && { inReplyTo: answered }) }
    into.push(thread)
    queue(comment, depth + 1, depth < DEPTH_SHOWN ? thread.replies : into)
  }
  return threads
}
