import type { Moment } from './article'

/** One Markdown file of content/pages: about, privacy, … */
export type PlainPage = {
  slug: string
  /** Path below the content folder, with forward slashes. */
  path: string
  title: string
  description?: string
  updated?: Moment
  lang?: string
  body: string
  /** The line of the file on which `body` begins, counted from 1. */
  bodyLine: number
}
