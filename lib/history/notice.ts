import type { Moment } from '@/lib/article/article'

/** A correction that an editor wrote, or a change of an article's words. */
export type Notice = { slug: string; title: string; lang?: string; date: Moment } & (
  | { kind: 'correction'; text: string }
  | { kind: 'update'; subject: string; commit: string }
)

export type CorrectionsPage = { notices: Notice[]; page: number; pages: number }
