import type { EndpointRequest } from '@/lib/http/endpoint'
import { moderatePath } from '@/lib/site/routes'
import type { CommentDesk } from '../store/comment-desk'
import { decideReport } from '../store/mistake-reports'
import { type CommentsReply, message, seeOther, UNAVAILABLE_REPLY } from './message'
import { FOREIGN_FORM, isOwnForm, requireModerator } from './moderator'
import { readForm } from './read-form'

/** POST /moderate/decide-report: one action on one reported mistake, then back to the list. */
export async function decideOnReport(
  desk: CommentDesk,
  request: EndpointRequest,
): Promise<CommentsReply> {
  const moderator = await requireModerator(desk, request)
  if (!moderator.ok) return moderator.reply
  if (!isOwnForm(desk, request)) return FOREIGN_FORM
  const form = readForm(request)
  if (!form.ok) return form.reply
  const state = (['settled', 'dismissed'] as const).find((one) => one === form.fields('action'))
  if (state === undefined) return message(422, 'Nothing was done', 'Settle or dismiss it.')
  const action = { actor: 'editor', now: desk.now() } as const
  const id = form.fields('id')
  const outcome = await desk.database.write((w) => decideReport(w, id, state, action))
  if (!outcome.ok) return UNAVAILABLE_REPLY
  if (outcome.value.kind === 'not-found') {
    return message(404, 'There is no such report', 'It may be older than a year.')
  }
  return seeOther(moderatePath('mistakes'))
}
