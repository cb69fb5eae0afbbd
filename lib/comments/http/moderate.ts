import type { EndpointRequest } from '@/lib/http/endpoint'
import { moderatePath } from '@/lib/site/routes'
import { textHash } from '../dedupe'
import { readTrail } from '../store/audit'
import type { CommentDesk } from '../store/comment-desk'
import { countWaiting } from '../store/count-comments'
import {
  blockWriter,
  type DecideOutcome,
  decideComment,
  deleteComment,
  replyAsEditor,
} from '../store/decide-comment'
import type { Verdict, Writing } from '../store/engine'
import { countOpenReports, readReports } from '../store/mistake-reports'
import { findComments, readByState } from '../store/read-comments'
import { validateComment } from '../validate-comment'
import type { QueueShow, QueueView } from '../view'
import { type CommentsReply, message, seeOther, unreachable } from './message'
import { foreignForm, isOwnForm, requireModerator } from './moderator'
import { readForm } from './read-form'

/** As many as an editor can look through at one sitting; when these are decided, the next ones appear. */
const QUEUE_MOST = 50
const TRAIL_MOST = 200

const SHOWS: readonly QueueShow[] = ['pending', 'approved', 'rejected', 'mistakes', 'trail']

/** GET /moderate */
export async function showQueue(
  desk: CommentDesk,
  request: EndpointRequest,
): Promise<CommentsReply> {
  const moderator = await requireModerator(desk, request)
  if (!moderator.ok) return moderator.reply
  const asked = request.query.get('show') ?? 'pending'
  const show = SHOWS.find((known) => known === asked)
  if (show === undefined)
    return message(404, desk.words.moderation.noList, desk.words.moderation.queueIsAt)
  const read = await desk.database.read(async (db) => {
    const isOther = show === 'trail' || show === 'mistakes'
    const comments = isOther ? [] : await readByState(db, show, QUEUE_MOST)
    const reports = show === 'mistakes' ? await readReports(db, 'open', QUEUE_MOST) : []
    const parents = await findComments(
      db,
      comments.flatMap(({ parent }) => parent ?? []),
    )
    const trail = show === 'trail' ? await readTrail(db, TRAIL_MOST) : []
    const waiting = await countWaiting(db)
    return {
      comments,
      parents,
      reports,
      trail,
      waiting,
      waitingReports: await countOpenReports(db),
    }
  })
  if (!read.ok) return unreachable(desk)
  const { comments, parents, reports, ...counted } = read.value
  const now = desk.now()
  const titleOf = (slug: string) => desk.options.findArticle(slug, now)?.title ?? slug
  const view: QueueView = {
    ...{ kind: 'queue', show, ...counted },
    reports: reports.map((report) => ({ report, title: titleOf(report.article) })),
    comments: comments.map((comment) => {
      const parent = parents.find(({ id }) => id === comment.parent)
      return { comment, title: titleOf(comment.article), ...(parent !== undefined && { parent }) }
    }),
  }
  return { status: 200, view }
}

type Decided = DecideOutcome | { kind: 'no-action'; problem: string }

/** Carries out one action of an editor, in a transaction. */
async function act(
  desk: CommentDesk,
  writing: Writing,
  fields: (name: string) => string,
  secret: string,
): Promise<Verdict<Decided>> {
  const id = fields('id')
  const action = { actor: 'editor', now: desk.now() } as const
  switch (fields('action')) {
    case 'approve':
      return decideComment(writing, id, 'approved', action)
    case 'reject':
      return decideComment(writing, id, 'rejected', action)
    case 'delete':
      return deleteComment(writing, id, action)
    case 'block':
      return blockWriter(writing, id, action)
    case 'reply': {
      const words = { name: fields('author'), text: fields('comment') }
      const problems = validateComment(words, desk.options.paper())
      if (problems.length > 0) return noAction(problems.map(({ problem }) => problem).join(' '))
      const own = { id: desk.newId(action.now), textHash: textHash(secret, words.text) }
      return replyAsEditor(writing, { ...words, ...own, parent: id }, action)
    }
  }
  return noAction(desk.words.moderation.useButtons)
}

/** Approves or rejects several comments in one transaction; a comment that is gone doesn't stop the others. */
async function decideSeveral(desk: CommentDesk, ids: readonly string[], action: string) {
  if (action !== 'approve' && action !== 'reject')
    return { ok: true as const, value: noAction(desk.words.moderation.useButtons).value }
  const state = action === 'approve' ? 'approved' : 'rejected'
  return desk.database.write(async (writing): Promise<Verdict<Decided>> => {
    const by = { actor: 'editor', now: desk.now() } as const
    const verdicts: Verdict<Decided>[] = []
    for (const id of ids) verdicts.push(await decideComment(writing, id, state, by))
    const done = verdicts.find(({ value }) => value.kind === 'done')
    const keep = verdicts.some((verdict) => verdict.keep)
    return { keep, value: done?.value ?? { kind: 'not-found' } }
  })
}

const noAction = (problem: string): Verdict<Decided> => ({
  keep: false,
  value: { kind: 'no-action', problem },
})

/** When an answer couldn't be published, its text comes back with the reason, or with the form to sign in again. */
function withTyped(reply: CommentsReply, typed: string): CommentsReply {
  const { view } = reply
  if (typed === '' || (view?.kind !== 'message' && view?.kind !== 'sign-in')) return reply
  return { ...reply, view: { ...view, typed } }
}

/** POST /moderate/decide: one action on one comment, then back to the list. */
export async function decide(desk: CommentDesk, request: EndpointRequest): Promise<CommentsReply> {
  const moderator = await requireModerator(desk, request)
  const form = readForm(desk, request)
  if (!moderator.ok) {
    const isOwn = form.ok && isOwnForm(desk, request)
    return isOwn ? withTyped(moderator.reply, form.fields('comment')) : moderator.reply
  }
  if (!isOwnForm(desk, request)) return foreignForm(desk)
  if (!form.ok) return form.reply
  const { secret } = moderator.admin
  const ids = [...new Set(form.all('id'))].slice(0, QUEUE_MOST)
  const outcome =
    ids.length > 1
      ? await decideSeveral(desk, ids, form.fields('action'))
      : await desk.database.write((writing) => act(desk, writing, form.fields, secret))
  const typed = form.fields('comment')
  const words = desk.words.moderation
  if (!outcome.ok) return withTyped(unreachable(desk), typed)
  if (outcome.value.kind === 'no-action') {
    return withTyped(message(422, words.nothingDone, outcome.value.problem), typed)
  }
  if (outcome.value.kind === 'not-found') {
    const reply = message(404, words.noComment, words.noCommentText)
    return withTyped(reply, typed)
  }
  const show = SHOWS.find((known) => known === form.fields('show'))
  return seeOther(moderatePath(show === 'pending' ? undefined : show))
}
