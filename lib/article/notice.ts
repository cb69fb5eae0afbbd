import type { Moment } from './article'

/** A correction by an editor, or a change to an article's words. */
export type Notice = { slug: string; title: string; lang: string; date: Moment } & (
  | { kind: 'correction'; text: string }
  | { kind: 'update'; subject: string; commit: string }
)
