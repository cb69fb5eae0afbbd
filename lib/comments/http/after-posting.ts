import { articleCommentsPath, ownCommentPath } from '@/lib/site/routes'
import { counted } from '@/lib/words/words'
import type { Comment } from '../comment'
import { SECRET_AGAIN_MINUTES } from '../dedupe'
import type { CommentDesk } from '../store/comment-desk'
import type { SubmitOutcome } from '../store/post'
import { findCommentPage } from '../store/read-comments'
import { ownerKey } from '../tokens'
import { back, type Typed } from './form-again'
import { type CommentsReply, seeOther } from './message'

/** What is known of the person who posted. */
export type Writer = { secret: string; now: Date; addressHash: string }

/** The answer to a writer once the database has decided. */
export function afterPosting(
  desk: CommentDesk,
  typed: Typed,
  outcome: SubmitOutcome,
  writer: Writer,
) {
  switch (outcome.kind) {
    case 'stored':
      return leadTo(desk, outcome.comment, ownerKey(writer.secret, outcome.comment.id))
    case 'same':
      return leadTo(desk, outcome.comment, keyAgain(outcome.comment, writer))
    case 'too-many': {
      const notice = tooMany(outcome.retryAfter, desk)
      return back(429, typed, { notice }, { 'retry-after': String(outcome.retryAfter) })
    }
    case 'no-parent':
      return back(422, { ...typed, parent: '' }, { notice: desk.words.replies.noParent })
    case 'thread-full':
      return back(422, { ...typed, parent: '' }, { notice: desk.words.replies.threadFull })
  }
}

/** The message for a writer who posts too much; `retryAfter` in seconds. */
export const tooMany = (retryAfter: number, { words, options }: CommentDesk) =>
  counted(words.replies.tooMany, Math.ceil(retryAfter / 60), options.paper())

/** A retry gets the secret link that the first try may have lost, unless anybody could have repeated the words by now. */
function keyAgain(comment: Comment, { secret, now, addressHash }: Writer): string | undefined {
  const age = now.getTime() - comment.created.getTime()
  const isFresh = comment.state === 'pending' || age < SECRET_AGAIN_MINUTES * 60_000
  return isFresh && comment.addressHash === addressHash ? ownerKey(secret, comment.id) : undefined
}

/** Redirects to the comment, or to the note that it is waiting. */
async function leadTo(
  desk: CommentDesk,
  comment: Comment,
  key: string | undefined,
): Promise<CommentsReply> {
  const { id, article, state } = comment
  if (state !== 'approved') {
    if (key !== undefined) return seeOther(`${ownCommentPath(id, key)}&new=1`)
    return seeOther(articleCommentsPath(article, 1, 'comments'))
  }
  const place = await desk.database.read((db) => findCommentPage(db, id))
  const page = place.ok && place.value !== undefined ? place.value.page : 1
  const mine = key === undefined ? {} : { mine: `${id}.${key}` }
  return seeOther(articleCommentsPath(article, page, `comment-${id}`, mine))
}
