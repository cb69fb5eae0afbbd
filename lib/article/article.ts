/** A point in time, as precisely as the editor wrote it: a bare date is the start of that day in the site's zone. */
export type Moment = { at: Date; precision: 'day' | 'minute' | 'second' }

export type Source = { name: string; url?: string }

export type ArticleImage = { src: string; alt: string; credit?: string; caption?: string }

export type Correction = { date: Moment; text: string }

export type Withdrawal = { date: Moment; reason: string }

/** What the front matter says. Absent is undefined, an empty list is []. */
export type ArticleFields = {
  title: string
  published: Moment
  description?: string
  source?: Source
  authors: string[]
  tags: string[]
  section?: string
  image?: ArticleImage
  updated?: Moment
  expires?: Moment
  draft: boolean
  lead: boolean
  evergreen: boolean
  canonical?: string
  aliases: string[]
  lang?: string
  corrections: Correction[]
  withdrawn?: Withdrawal
  comments?: 'open' | 'closed'
}

/** One Markdown file of content/articles, parsed. */
export type Article = ArticleFields & {
  /** The file's name without `.md`, in Unicode form NFC; unique whatever the folder. */
  slug: string
  /** Path below the content folder, with forward slashes: `articles/2025/nato.md`. */
  path: string
  /** The Markdown after the front matter, with LF line ends. */
  body: string
  /** The line of the file on which `body` begins, counted from 1. */
  bodyLine: number
}

/**
 * What a list, a rail or a feed's head needs: small, and without the body. `image.src` is a path below the content
 * folder here, whatever file it was written in.
 */
export type ArticleSummary = Omit<
  ArticleFields,
  'aliases' | 'corrections' | 'comments' | 'draft'
> & {
  slug: string
  /** The description, or else the first sentence or two of the text. */
  standfirst: string
  /** The first 400 or so characters of the plain text, cut at a word. */
  excerpt: string
  words: number
}
