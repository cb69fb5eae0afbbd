import { articleCommentsPath, ownCommentPath } from '@/lib/site/routes'
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
      const notice = tooMany(outcome.retryAfter)
      return back(429, typed, { notice }, { 'retry-after': String(outcome.retryAfter) })
    }
    case 'no-parent':
      return back(
        422,
        { ...typed, parent: '' },
        {
          notice:
            'The comment you answered is no longer here. Send again to post yours on its own.',
        },
      )
    case 'thread-full':
      return back(
        422,
        { ...typed, parent: '' },
        {
          notice: 'This conversation has become very long. Send again to begin a new one.',
        },
      )
  }
}

export const tooMany = (retryAfter: number) =>
  `That was a lot in a short time. Please wait ${minutes(retryAfter)}, then send this one again.`

const minutes = (seconds: number) => {
  const count = Math.ceil(seconds / 60)
  return count === 1 ? 'a minute' : `${count} minutes`
}

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
