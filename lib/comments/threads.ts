import type { Comment } from './comment'

/** Deeper replies are stored as such and shown at this depth: on a phone there is no room for more steps. */
export const DEPTH_SHOWN = 3
export const THREADS_PER_PAGE = 50
/**
 * A page ends early once its threads hold this many: what a page costs must not depend on how long threads are, and beyond
 * a hundred comments rendering them costs more than all the rest of an article.
 */
export const COMMENTS_PER_PAGE = 100
/** What a thread takes; the next reply is asked to begin a new one. Keeps the longest page bounded. */
export const THREAD_MAX = 500

export type Thread = {
  comment: Comment
  replies: Thread[]
  /** Set where the step to the right that would say so is not shown. */
  inReplyTo?: Comment
}

export type CommentsPage = {
  threads: Thread[]
  page: number
  pages: number
  /** Published comments of the article on all pages. */
  total: number
}

/** How many comments a thread shows, by its first comment's id, oldest thread first. */
export type ThreadSize = { root: string; comments: number }

/** The threads of each page, whole, in order. There is always a first page. */
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

/** The most pages that so many comments can fill: none but the last is shorter than a page of single comments. */
export const mostPages = (comments: number): number =>
  Math.max(1, Math.ceil(comments / Math.min(THREADS_PER_PAGE, COMMENTS_PER_PAGE)))

/** The page on which a thread stands, counted from 1; undefined when it is on none. */
export function pageOfThread(threads: readonly ThreadSize[], root: string): number | undefined {
  const index = cutPages(threads).findIndex((page) => page.includes(root))
  return index === -1 ? undefined : index + 1
}

const byId = (a: Comment, b: Comment) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** The ids of comments to show: published ones, and whatever has a published one below it. */
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

/** The comments to show by what they answer, oldest first; those that answer nothing under ''. */
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
 * Comments as threads, oldest first at each level, replies below what they answer down to DEPTH_SHOWN and in the order of
 * the conversation from there. Comments that aren't published are left out unless a published reply needs the place.
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
