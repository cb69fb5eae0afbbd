import type { Endpoint, EndpointRequest } from '@/lib/http/endpoint'
import type { OneTimeViews } from '@/lib/running/one-time-views'
import { decideReportPath, postCommentPath, postReportPath, viewPath } from '@/lib/site/routes'
import type { CommentDesk } from '../store/comment-desk'
import { isForAll, type View } from '../view'
import { decideOnReport } from './decide-report'
import { type CommentsReply, message } from './message'
import { decide, showQueue } from './moderate'
import { requireModerator, showSignIn, signIn, signOut } from './moderator'
import { deleteOwn, editOwn, goToComment, showOwn } from './own-comment'
import { POST_MAX_BYTES, postComment } from './post-comment'
import { reportMistake } from './report-mistake'

type Handler = (
  desk: CommentDesk,
  request: EndpointRequest,
) => Promise<CommentsReply> | CommentsReply

/** The addresses for comments and for moderating them. */
export function commentEndpoints(desk: CommentDesk, views: OneTimeViews<View>): Endpoint[] {
  const endpoint = (method: 'GET' | 'POST', path: string | RegExp, handler: Handler): Endpoint => ({
    methods: [method],
    path,
    ...(method === 'POST' && { maxBody: POST_MAX_BYTES }),
    async handle(request) {
      const { status, headers, view } = await handler(desk, request)
      return {
        status,
        ...(headers !== undefined && { headers }),
        ...(view !== undefined && pageOf(view)),
      }
    },
  })
  const pageOf = (view: View) =>
    isForAll(view)
      ? { page: viewPath(views.putForAll(view)), isForAll: true }
      : { page: viewPath(views.put(view)) }
  return [
    endpoint('POST', postCommentPath(), postComment),
    endpoint('GET', /^\/c\/(?<id>[^/]+)$/, goToComment),
    endpoint('GET', /^\/c\/(?<id>[^/]+)\/yours$/, showOwn),
    endpoint('POST', /^\/c\/(?<id>[^/]+)\/edit$/, editOwn),
    endpoint('POST', /^\/c\/(?<id>[^/]+)\/delete$/, deleteOwn),
    endpoint('GET', '/moderate', showQueue),
    endpoint('POST', '/moderate/decide', decide),
    endpoint('POST', decideReportPath(), decideOnReport),
    endpoint('POST', postReportPath(), reportMistake),
    endpoint('GET', '/moderate/sign-in', showSignIn),
    endpoint('POST', '/moderate/sign-in', signIn),
    endpoint('POST', '/moderate/sign-out', signOut),
    // Any other spelling is closed too, rather than missing, so that a probe learns nothing.
    endpoint('GET', /^\/moderate(?:\/.*)?$/i, askFirst),
  ]
}

async function askFirst(desk: CommentDesk, request: EndpointRequest): Promise<CommentsReply> {
  const moderator = await requireModerator(desk, request)
  if (!moderator.ok) return moderator.reply
  const { missing, moderation } = desk.words
  return message(404, missing.title, moderation.queueIsAt)
}
