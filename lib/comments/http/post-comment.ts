import { articleCommentsPath, ownCommentPath } from '@/lib/routes'
import { commentsOpen } from '../closing-time'
import type { Comment } from '../comment'
import { fingerprint, SECRET_AGAIN_MINUTES, textHash } from '../dedupe'
import { FIELDS } from '../fields'
import type { CommentDesk, DiscussedArticle } from '../store/comment-desk'
import { findCommentPage } from '../store/read-comments'
import { type SubmitOutcome, submitComment } from '../store/submit-comment'
import { confirmToken, isConfirmed, ownerKey } from '../tokens'
import { validateComment } from '../validate-comment'
import type { FormView } from '../view'
import { whoMayPost } from '../who-may-post'
import { type CommentsReply, type CommentsRequest, header, message, seeOther } from './message'
import { type Form, readForm } from './read-form'

/** The longest text there can be, each of its bytes written as three characters, and the other fields. */
export const POST_MAX_BYTES = 131_072

type Typed = {
  article: DiscussedArticle
  parent: string
  name: string
  text: string
  honeypot: string
}

const formView = (
  { article, parent, name, text }: Typed,
  more: Partial<FormView> = {},
): FormView => ({
  ...{ kind: 'form', article, parent, name, text, problems: [] },
  ...more,
})

const back = (
  status: number,
  typed: Typed,
  more: Partial<FormView>,
  headers = {},
): CommentsReply => ({
  status,
  headers,
  view: formView(typed, more),
})

function readTyped(form: Form & { ok: true }, desk: CommentDesk, now: Date): Typed | undefined {
  const article = desk.options.findArticle(form.fields(FIELDS.article), now)
  if (article === undefined) return undefined
  const { parent, name, text, honeypot } = FIELDS
  return {
    article: { ...article },
    parent: form.fields(parent),
    name: form.fields(name),
    text: form.fields(text),
    honeypot: form.fields(honeypot),
  }
}

const unavailable = (typed: Typed) =>
  back(
    503,
    typed,
    {
      notice:
        'Comments can’t be stored just now. Your text is still here: please try again in a moment.',
    },
    { 'retry-after': '5' },
  )

/** POST /api/comments. Whatever goes wrong, the answer holds what was typed. */
export async function postComment(
  desk: CommentDesk,
  request: CommentsRequest,
): Promise<CommentsReply> {
  const now = desk.now()
  const form = readForm(request)
  if (!form.ok) return form.reply
  const origins = desk.options.siteOrigins(header(request, 'host'))
  const decision = whoMayPost(header(request, 'origin'), header(request, 'sec-fetch-site'), origins)
  if (decision === 'refused') {
    return message(
      403,
      'This came from another site',
      'Comments are posted from the form below each article.',
    )
  }
  const typed = readTyped(form, desk, now)
  if (typed === undefined) {
    return message(404, 'There is no such article', 'It may have moved, or been taken down.')
  }
  if (!commentsOpen(typed.article, desk.settings().closeAfterDays, now).open) {
    return back(409, typed, { isClosed: true, notice: 'This article takes no more comments.' })
  }
  const problems = validateComment(typed)
  if (problems.length > 0) return back(422, typed, { problems })
  const secret = await desk.secret()
  if (!secret.ok) return unavailable(typed)
  if (decision === 'confirm') {
    const asked = { ...typed, article: typed.article.slug, client: request.client }
    if (!isConfirmed(secret.value, asked, form.fields(FIELDS.confirm), now)) {
      return back(200, typed, { confirm: confirmToken(secret.value, asked, now) })
    }
  }
  return submit(desk, request, typed, secret.value, now)
}

async function submit(
  desk: CommentDesk,
  request: CommentsRequest,
  typed: Typed,
  secret: string,
  now: Date,
): Promise<CommentsReply> {
  const hashes = await desk.addressHashes(request.client, now)
  if (!hashes.ok) return unavailable(typed)
  const { name, text, honeypot } = typed
  const words = {
    ...{ article: typed.article.slug, name, text },
    ...(typed.parent !== '' && { parent: typed.parent }),
  }
  const post = {
    ...words,
    ...{ id: desk.newId(now), created: now, honeypot, addressHashes: hashes.value },
    fingerprint: fingerprint(secret, words),
    textHash: textHash(secret, text),
  }
  const outcome = await desk.database.write((writing) =>
    submitComment(writing, post, desk.settings(), desk.limits),
  )
  if (!outcome.ok) return unavailable(typed)
  return answer(desk, typed, outcome.value, { secret, now, addressHash: hashes.value[0] })
}

type Writer = { secret: string; now: Date; addressHash: string }

function answer(desk: CommentDesk, typed: Typed, outcome: SubmitOutcome, writer: Writer) {
  switch (outcome.kind) {
    case 'stored':
      return leadTo(desk, outcome.comment, ownerKey(writer.secret, outcome.comment.id))
    case 'same':
      return leadTo(desk, outcome.comment, keyAgain(outcome.comment, writer))
    case 'too-many': {
      const notice = `That was a lot of comments in a short time. Please wait ${minutes(outcome.retryAfter)}, then send this one again.`
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

const minutes = (seconds: number) => {
  const count = Math.ceil(seconds / 60)
  return count === 1 ? 'a minute' : `${count} minutes`
}

/** A retry gets the secret link that the first try may have lost, unless the words are there for all to repeat. */
function keyAgain(comment: Comment, { secret, now, addressHash }: Writer): string | undefined {
  const age = now.getTime() - comment.created.getTime()
  const isFresh = comment.state === 'pending' || age < SECRET_AGAIN_MINUTES * 60_000
  return isFresh && comment.addressHash === addressHash ? ownerKey(secret, comment.id) : undefined
}

/** To the comment where it stands, or to the note that it waits. */
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
