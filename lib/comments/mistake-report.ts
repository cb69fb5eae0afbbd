import type { Paper } from '@/lib/words/words'
import type { CommentInput } from './validate-comment'
import { validateComment } from './validate-comment'

/** The features in which readers can report a mistake: those where a program chose the words. */
export const REPORTED_FEATURES = ['key-points', 'story', 'answers'] as const
export type ReportedFeature = (typeof REPORTED_FEATURES)[number]

export const REPORT_STATES = ['open', 'settled', 'dismissed'] as const
export type ReportState = (typeof REPORT_STATES)[number]

/** A mistake that a reader reports. Only editors ever see it. */
export type MistakeReport = {
  id: string
  feature: ReportedFeature
  /** The slug of the article whose page or sentence it concerns; empty for an answer from the whole archive. */
  article: string
  /** The id of the sentence in that article, `s-…`; empty when it concerns no particular sentence. */
  sentenceId: string
  /** That sentence as it read at the time. */
  sentence: string
  /** All sentences that the page showed at the time, as far as they are still published. */
  shown: string[]
  /** The model that chose them, and its host; empty when no model did. */
  model: string
  /** The question; empty unless the report concerns answers. */
  question: string
  /** The reader's words, as typed. */
  words: string
  state: ReportState
  created: Date
}

/** Names of the form's fields. People don't see `website`. */
export const REPORT_FIELDS = {
  feature: 'on',
  article: 'article',
  question: 'q',
  sentence: 'sentence',
  shown: 'shown',
  model: 'model',
  words: 'comment',
  honeypot: 'website',
  confirm: 'confirm',
} as const

/** The same as the maximum of the form for questions. */
const QUESTION_MAX = 500

export const isReportedFeature = (value: string): value is ReportedFeature =>
  REPORTED_FEATURES.some((feature) => feature === value)

/** How the form encodes a sentence: its article's slug and its id. A slug contains no space. */
export const sentenceValue = (slug: string, id: string) => `${slug} ${id}`

export function readSentenceValue(value: string): { slug: string; id: string } | undefined {
  const [slug = '', id = '', ...more] = value.split(' ')
  return slug !== '' && /^s-[\w-]{1,64}$/.test(id) && more.length === 0 ? { slug, id } : undefined
}

/** The most sentences that a form may list as shown; our pages show fewer. */
const MOST_SHOWN = 12

/** The shown sentences, as one field of the form. */
export const shownValue = (values: readonly string[]) => values.slice(0, MOST_SHOWN).join('\n')

export const readShownValue = (value: string): { slug: string; id: string }[] =>
  value.split(/\r?\n/, MOST_SHOWN).flatMap((each) => readSentenceValue(each) ?? [])

/** A question shortened for storage: our own form never sends a longer one. */
export const cutQuestion = (question: string) => question.slice(0, QUESTION_MAX)

/** What is wrong with the reader's words; the limits are those of a comment. */
export function wordsProblem(words: string, paper: Paper): string | undefined {
  const input: CommentInput = { name: 'A reader', text: words }
  return validateComment(input, paper)[0]?.problem
}
