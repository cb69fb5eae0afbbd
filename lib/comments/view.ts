import type { Comment } from './comment'
import type { MistakeReport, ReportedFeature } from './mistake-report'
import type { FieldProblem } from './validate-comment'

/** What a form answers with when it doesn't lead elsewhere: a page of the site, made for one reader, once. */
export type View = FormView | OwnView | SignInView | ReportView | QueueView | MessageView

/** `typed`: words that somebody wrote while their session ended, to be copied. */
export type SignInView = {
  kind: 'sign-in'
  way: 'token' | 'link' | 'command'
  link?: string
  problem?: string
  typed?: string
}

/** `typed`: words that couldn't be used, to be copied. */
export type MessageView = { kind: 'message'; title: string; text: string; typed?: string }

/** Whether it holds nothing of the reader's: they all get the same page, which is rendered once. */
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
  /** What keeps the comment from being posted beside the fields: too many, closed, unavailable. */
  notice?: string
  /** Set when all there is to do is to confirm. */
  confirm?: string
  /** Nothing can be sent: the article takes no comments. The text is there to be copied. */
  isClosed?: boolean
}

/** A comment for its writer. */
export type OwnView = {
  kind: 'own'
  comment: Comment
  key: string
  isNew: boolean
  /** Until when the words can be changed; absent when they can't any more. */
  editableUntil?: Date
  problems: FieldProblem[]
}

/** The form for a mistake with what was typed, and what keeps it from being sent. */
export type ReportView = {
  kind: 'report'
  feature: ReportedFeature
  article?: { slug: string; title: string }
  question: string
  /** As the form has them; see mistake-report.ts. */
  shown: string
  model: string
  /** The sentence it is about; absent for none in particular. */
  sentence?: { value: string; text: string }
  words: string
  problem?: string
  notice?: string
  /** Set when all there is to do is to confirm. */
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
  /** Reported mistakes that nobody has looked at yet; those of other lists are not shown. */
  reports: { report: MistakeReport; title: string }[]
  waiting: number
  waitingReports: number
}
