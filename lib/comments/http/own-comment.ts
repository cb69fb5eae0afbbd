import type { EndpointRequest } from '@/lib/http/endpoint'
import { articleCommentsPath, ownCommentPath } from '@/lib/site/routes'
import { counted } from '@/lib/words/words'
import { isCommentId } from '../comment-id'
import { textHash } from '../dedupe'
import type { CommentDesk } from '../store/comment-desk'
import { deleteComment } from '../store/decide-comment'
import { editComment } from '../store/edit-comment'
import { findComment, findCommentPage } from '../store/read-comments'
import { EDIT_MINUTES, mayDelete, mayEdit } from '../tokens'
import { validateComment } from '../validate-comment'
import type { OwnView } from '../view'
import { type CommentsReply, message, seeOther, unreachable } from './message'
import { readForm } from './read-form'

const wrongKey = ({ words: { replies } }: CommentDesk) =>
  message(403, replies.wrongLink, replies.wrongLinkText)
const gone = ({ words: { replies } }: CommentDesk) => message(410, replies.gone, replies.goneText)
const tooLate = ({ words: { replies }, options }: CommentDesk) =>
  message(410, replies.tooLate, counted(replies.tooLateText, EDIT_MINUTES, options.paper()))

/** GET /c/<id>: the permanent address of a comment, whatever page it is on now. */
export async function goToComment(
  desk: CommentDesk,
  request: EndpointRequest,
): Promise<CommentsReply> {
  const id = request.params.id ?? ''
  const place = isCommentId(id)
    ? await desk.database.read((db) => findCommentPage(db, id))
    : ({ ok: true, value: undefined } as const)
  if (!place.ok) return unreachable(desk)
  if (place.value === undefined) return { status: 404 }
  const location = articleCommentsPath(place.value.article, place.value.page, `comment-${id}`)
  return { status: 302, headers: { location } }
}

type Own = { ok: true; view: OwnView; secret: string } | { ok: false; reply: CommentsReply }

/** The comment that a secret link belongs to. GET and POST share this, so that both refuse the same requests. */
async function findOwn(desk: CommentDesk, id: string, key: string, now: Date): Promise<Own> {
  const secret = await desk.secret()
  if (!secret.ok) return { ok: false, reply: unreachable(desk) }
  if (mayDelete(secret.value, id, key) === 'wrong') return { ok: false, reply: wrongKey(desk) }
  const comment = await desk.database.read((db) => findComment(db, id))
  if (!comment.ok) return { ok: false, reply: unreachable(desk) }
  if (comment.value === undefined || comment.value.state === 'deleted') {
    return { ok: false, reply: gone(desk) }
  }
  const isEditable = mayEdit(secret.value, comment.value, key, now) === 'allowed'
  const until = new Date(comment.value.created.getTime() + EDIT_MINUTES * 60_000)
  const view: OwnView = {
    ...{ kind: 'own', comment: comment.value, key, isNew: false, problems: [] },
    ...(isEditable && comment.value.state !== 'rejected' && { editableUntil: until }),
  }
  return { ok: true, view, secret: secret.value }
}

/** GET /c/<id>/yours?key=…: shows what the writer can do, and does nothing. */
export async function showOwn(desk: CommentDesk, request: EndpointRequest): Promise<CommentsReply> {
  const key = request.query.get('key') ?? ''
  const own = await findOwn(desk, request.params.id ?? '', key, desk.now())
  if (!own.ok) return own.reply
  return { status: 200, view: { ...own.view, isNew: request.query.get('new') === '1' } }
}

/** POST /c/<id>/edit */
export async function editOwn(desk: CommentDesk, request: EndpointRequest): Promise<CommentsReply> {
  const now = desk.now()
  const form = readForm(desk, request)
  if (!form.ok) return form.reply
  const own = await findOwn(desk, request.params.id ?? '', form.fields('key'), now)
  if (!own.ok) return own.reply
  if (own.view.editableUntil === undefined) return tooLate(desk)
  const { id, name } = own.view.comment
  const text = form.fields('comment')
  const problems = validateComment({ name, text }, desk.options.paper())
  if (problems.length > 0) {
    return { status: 422, view: { ...own.view, comment: { ...own.view.comment, text }, problems } }
  }
  const edit = { id, text, textHash: textHash(own.secret, text) }
  const outcome = await desk.database.write((w) => editComment(w, edit, desk.settings(), now))
  if (!outcome.ok) {
    const notice = desk.words.replies.changeNotStored
    const view = { ...own.view, comment: { ...own.view.comment, text } }
    return { status: 503, view: { ...view, problems: [{ field: 'text', problem: notice }] } }
  }
  return outcome.value.kind === 'done' ? seeOther(ownCommentPath(id, own.view.key)) : gone(desk)
}

/** POST /c/<id>/delete */
export async function deleteOwn(
  desk: CommentDesk,
  request: EndpointRequest,
): Promise<CommentsReply> {
  const now = desk.now()
  const form = readForm(desk, request)
  if (!form.ok) return form.reply
  const own = await findOwn(desk, request.params.id ?? '', form.fields('key'), now)
  if (!own.ok) return own.reply
  const { id, article } = own.view.comment
  const outcome = await desk.database.write((w) => deleteComment(w, id, { actor: 'writer', now }))
  return outcome.ok ? seeOther(articleCommentsPath(article, 1, 'comments')) : unreachable(desk)
}
