import type { Comment } from './comment'
import type { MistakeReport, ReportedFeature } from './mistake-report'
import type { FieldProblem } from './validate-comment'

/** The answer to a form when it isn't a redirect: a page of the site, rendered once, for one reader. */
export type View = FormView | OwnView | SignInView | ReportView | QueueView | MessageView

/** `typed`: words that somebody wrote before the session ended, to be copied. */
export type SignInView = {
  kind: 'sign-in'
  way: 'token' | 'link' | 'command'
  link?: string
  problem?: string
  typed?: string
}

/** `typed`: words that couldn't be used, to be copied. */
export type MessageView = { kind: 'message'; title: string; text: string; typed?: string }

/** Whether it holds nothing of the reader's own: then all readers get the same page, rendered once. */
export const isForAll = (view: View): boolean =>
  (view.kind === 'message' && view.typed === undefined) ||
  (view.kind === 'sign-in' && view.typed === undefined && view.link === undefined)

/** The comment form with what was typed, and what is wrong with it. */
export type FormView = {
  kind: 'form'
  article: { slug: string; title: string }
  parent: string
  name: string
  text: string
  problems: FieldProblem[]
  /** Why the comment isn't posted, apart from errors in the fields: too many, closed, unavailable. */
  notice?: string
  /** Set when the writer only needs to confirm. */
  confirm?: string
  /** Nothing can be sent, because the article takes no comments. The text is shown to be copied. */
  isClosed?: boolean
}

/** A comment as its writer sees it. */
export type OwnView = {
  kind: 'own'
  comment: Comment
  key: string
  isNew: boolean
  /** The words can be edited until then; absent once they can't. */
  editableUntil?: Date
  problems: FieldProblem[]
}

/** The form for reporting a mistake, with what was typed and why it can't be sent. */
export type ReportView = {
  kind: 'report'
  feature: ReportedFeature
  article?: { slug: string; title: string }
  question: string
  /** In the form's notation; see mistake-report.ts. */
  shown: string
  model: string
  /** The sentence that the report concerns; absent for no particular sentence. */
  sentence?: { value: string; text: string }
  words: string
  problem?: string
  notice?: string
  /** Set when the reader only needs to confirm. */
  confirm?: string
}

export type QueueShow = 'pending' | 'approved' | 'rejected' | 'mistakes' | 'trail'

export type QueueView = {
  kind: 'queue'
  show: QueueShow
  comments: { comment: Comment; title: string; parent?: Comment }[]
  trail: {
    at: string
    actor: string
    action: string
    comment_id: string | null
    article: string | null
  }[]
  /** Reported mistakes that are still open; other lists don't show them. */
  reports: { report: MistakeReport; title: string }[]
  waiting: number
  waitingReports: number
}
