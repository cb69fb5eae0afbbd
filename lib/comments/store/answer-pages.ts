import { isSame } from '@/lib/http/keyed-hash'
import { isCommentId } from '../comment-id'
import { ownerKey } from '../tokens'
import type { CommentCounts } from './comment-counts'
import type { CommentDesk } from './comment-desk'
import { askCounts, askNewest, askOwn, askPage, askPlace } from './page-questions'
import { findComment, findCommentPage, readCommentsPage, readNewestComments } from './read-comments'

/** As many as a feed reader needs between two visits to a lively article. */
const FEED_MOST = 50

/** Answers the questions that pages ask about comments, see page-questions.ts. Returns a function that stops it. */
export function answerPages(desk: CommentDesk, counts: CommentCounts): () => void {
  const { database } = desk
  const stops = [
    askPage.serve(({ article, page }) =>
      database.read((db) => readCommentsPage(db, article, page)),
    ),
    askCounts.serve((articles) => counts.of(articles)),
    askNewest.serve((article) => database.read((db) => readNewestComments(db, article, FEED_MOST))),
    askPlace.serve(async (id) =>
      isCommentId(id)
        ? database.read((db) => findCommentPage(db, id))
        : { ok: true, value: undefined },
    ),
    askOwn.serve(async ({ id, key }) => {
      const secret = await desk.secret()
      if (!secret.ok) return secret
      if (!isSame(ownerKey(secret.value, id), key)) return { ok: true, value: undefined }
      return database.read((db) => findComment(db, id))
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
