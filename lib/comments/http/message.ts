import type { CommentDesk } from '../store/comment-desk'
import type { View } from '../view'

/** A view is rendered as a page of the site; without one the answer is only a status and headers. */
export type CommentsReply = { status: number; headers?: Record<string, string>; view?: View }

export const seeOther = (
  location: string,
  headers: Record<string, string> = {},
): CommentsReply => ({
  status: 303,
  headers: { ...headers, location },
})

export const message = (status: number, title: string, text: string): CommentsReply => ({
  status,
  view: { kind: 'message', title, text },
})

export const unreachable = ({ words: { replies } }: CommentDesk): CommentsReply => ({
  ...message(503, replies.unavailable, replies.unavailableText),
  headers: { 'retry-after': '5' },
})
