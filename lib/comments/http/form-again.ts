import type { CommentDesk, DiscussedArticle } from '../store/comment-desk'
import type { FormView } from '../view'
import type { CommentsReply } from './message'

/** What the form sent. */
export type Typed = {
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

/** The form again, with what was typed and what to do about it. */
export const back = (
  status: number,
  typed: Typed,
  more: Partial<FormView>,
  headers = {},
): CommentsReply => ({
  status,
  headers,
  view: formView(typed, more),
})

export const unavailable = ({ words }: CommentDesk, typed: Typed) =>
  back(503, typed, { notice: words.replies.notStored }, { 'retry-after': '5' })
