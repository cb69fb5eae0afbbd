import type { Moment } from './article'

/** A correction that an editor wrote, or a change of an article's words. */
export type Notice = { slug: string; title: string; lang: string; date: Moment } & (
  | { kind: 'correction'; text: string }
  | { kind: 'update'; subject: string; commit: string }
)
