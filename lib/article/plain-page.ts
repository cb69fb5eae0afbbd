import type { WrittenPageFields } from './article-fields'

/** One Markdown file of content/pages: about, privacy, … */
export type PlainPage = WrittenPageFields & {
  lang: string
  slug: string
  /** Path below the content folder, with forward slashes. */
  path: string
  body: string
  /** The line of the file on which `body` starts, counted from 1. */
  bodyLine: number
}
