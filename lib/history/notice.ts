import type { Moment } from '@/lib/article/article'
import type { Unavailable } from './unavailable'

/** A correction that an editor wrote, or a change of an article's words. */
export type Notice = { slug: string; title: string; lang?: string; date: Moment } & (
  | { kind: 'correction'; text: string }
  | { kind: 'update'; subject: string; commit: string }
)

export type CorrectionsPage = {
  notices: Notice[]
  page: number
  pages: number
  /** Why changes of words aren't among them. */
  unavailable?: Unavailable
}
