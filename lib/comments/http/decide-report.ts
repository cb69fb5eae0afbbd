import type { EndpointRequest } from '@/lib/http/endpoint'
import { moderatePath } from '@/lib/site/routes'
import type { CommentDesk } from '../store/comment-desk'
import { decideReport } from '../store/mistake-reports'
import { type CommentsReply, message, seeOther, unreachable } from './message'
import { foreignForm, isOwnForm, requireModerator } from './moderator'
import { readForm } from './read-form'

/** POST /moderate/decide-report: one action on one reported mistake, then back to the list. */
export async function decideOnReport(
  desk: CommentDesk,
  request: EndpointRequest,
): Promise<CommentsReply> {
  const moderator = await requireModerator(desk, request)
  if (!moderator.ok) return moderator.reply
  if (!isOwnForm(desk, request)) return foreignForm(desk)
  const form = readForm(desk, request)
  if (!form.ok) return form.reply
  const words = desk.words.moderation
  const state = (['settled', 'dismissed'] as const).find((one) => one === form.fields('action'))
  if (state === undefined) return message(422, words.nothingDone, words.useButtons)
  const action = { actor: 'editor', now: desk.now() } as const
  const id = form.fields('id')
  const outcome = await desk.database.write((w) => decideReport(w, id, state, action))
  if (!outcome.ok) return unreachable(desk)
  if (outcome.value.kind === 'not-found') {
    return message(404, words.noReport, words.noReportText)
  }
  return seeOther(moderatePath('mistakes'))
}
