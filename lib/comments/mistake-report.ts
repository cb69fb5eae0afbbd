import type { Paper } from '@/lib/words/words'
import type { CommentInput } from './validate-comment'
import { validateComment } from './validate-comment'

/** What readers can report a mistake of: whatever a program has chosen. */
export const REPORTED_FEATURES = ['key-points', 'story', 'answers'] as const
export type ReportedFeature = (typeof REPORTED_FEATURES)[number]

export const REPORT_STATES = ['open', 'settled', 'dismissed'] as const
export type ReportState = (typeof REPORT_STATES)[number]

/** A mistake that a reader has seen, for the editors only: no reader ever gets to see it. */
export type MistakeReport = {
  id: string
  feature: ReportedFeature
  /** The slug of the article whose page or sentence it is about; empty for an answer of the whole archive. */
  article: string
  /** The id of the sentence in that article, `s-…`; empty when it is about none in particular. */
  sentenceId: string
  /** That sentence as it stood there then. */
  sentence: string
  /** What was asked; empty unless it is about answers. */
  question: string
  /** The reader's words, as typed. */
  words: string
  state: ReportState
  created: Date
}

/** Names of the form's fields. `website` is the one that people don't see. */
export const REPORT_FIELDS = {
  feature: 'on',
  article: 'article',
  question: 'q',
  sentence: 'sentence',
  words: 'comment',
  honeypot: 'website',
  confirm: 'confirm',
} as const

/** As long as the question that the form for questions takes. */
const QUESTION_MAX = 500

export const isReportedFeature = (value: string): value is ReportedFeature =>
  REPORTED_FEATURES.some((feature) => feature === value)

/** How a sentence stands in the form: whose it is and which. A slug has no blank in it. */
export const sentenceValue = (slug: string, id: string) => `${slug} ${id}`

export function readSentenceValue(value: string): { slug: string; id: string } | undefined {
  const [slug = '', id = '', ...more] = value.split(' ')
  return slug !== '' && /^s-[\w-]{1,64}$/.test(id) && more.length === 0 ? { slug, id } : undefined
}

/** A question as it may be stored: one that no form of ours sends is cut. */
export const cutQuestion = (question: string) => question.slice(0, QUESTION_MAX)

/** What is wrong with the reader's words; they are held to the same as a comment's. */
export function wordsProblem(words: string, paper: Paper): string | undefined {
  const input: CommentInput = { name: 'A reader', text: words }
  return validateComment(input, paper)[0]?.problem
}
