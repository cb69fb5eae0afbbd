import type { EndpointRequest } from '@/lib/http/endpoint'
import { commentsOpen } from '../closing-time'
import { fingerprint, textHash } from '../dedupe'
import { FIELDS } from '../fields'
import type { CommentDesk } from '../store/comment-desk'
import { confirmToken, isConfirmed } from '../tokens'
import { validateComment } from '../validate-comment'
import { afterPosting } from './after-posting'
import { back, type Typed, unavailable } from './form-again'
import { type CommentsReply, message } from './message'
import { type Form, readNewForm } from './read-form'

/** The longest possible text, with each byte encoded as three characters, and the other fields. */
export const POST_MAX_BYTES = 131_072

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

/** POST /api/comments. Whatever goes wrong, the answer contains what was typed. */
export async function postComment(
  desk: CommentDesk,
  request: EndpointRequest,
): Promise<CommentsReply> {
  const now = desk.now()
  const words = desk.words.replies
  const form = readNewForm(desk, request, words.elsewhereText)
  if (!form.ok) return form.reply
  const typed = readTyped(form, desk, now)
  if (typed === undefined) {
    return message(404, words.noArticle, words.noArticleText)
  }
  if (!commentsOpen(typed.article, desk.settings().closeAfterDays, now).open) {
    return back(409, typed, { isClosed: true, notice: desk.words.comments.closed })
  }
  const problems = validateComment(typed, desk.options.paper())
  if (problems.length > 0) return back(422, typed, { problems })
  const secret = await desk.secret()
  if (!secret.ok) return unavailable(desk, typed)
  if (form.mustConfirm) {
    const asked = { ...typed, article: typed.article.slug, client: request.client }
    if (!isConfirmed(secret.value, asked, form.fields(FIELDS.confirm), now)) {
      return back(200, typed, { confirm: confirmToken(secret.value, asked, now) })
    }
  }
  return submit(desk, request, typed, secret.value, now)
}

async function submit(
  desk: CommentDesk,
  request: EndpointRequest,
  typed: Typed,
  secret: string,
  now: Date,
): Promise<CommentsReply> {
  const hashes = await desk.addressHashes(request.client, now)
  if (!hashes.ok) return unavailable(desk, typed)
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
  const { limits } = desk
  const outcome = await desk.database.submit({ post, settings: desk.settings(), limits })
  if (!outcome.ok) return unavailable(desk, typed)
  return afterPosting(desk, typed, outcome.value, { secret, now, addressHash: hashes.value[0] })
}
