import type { WrittenFields } from './article-fields'

export type { Moment } from './article-fields'

/**
 * What the front matter says. A missing value is undefined, an empty list is []; an article without a language is in the
 * site's.
 */
export type ArticleFields = Omit<WrittenFields, 'date' | 'lang'> & {
  published: WrittenFields['date']
  lang: string
}

export type Source = NonNullable<ArticleFields['source']>
export type ArticleImage = NonNullable<ArticleFields['image']>
export type Correction = ArticleFields['corrections'][number]
export type Withdrawal = NonNullable<ArticleFields['withdrawn']>

/** One Markdown file of content/articles, parsed. */
export type Article = ArticleFields & {
  /** The file's name without `.md`, in Unicode form NFC; unique across all folders. */
  slug: string
  /** Path below the content folder, with forward slashes: `articles/2025/nato.md`. */
  path: string
  /** The Markdown after the front matter, with LF line ends. */
  body: string
  /** The line of the file on which `body` starts, counted from 1. */
  bodyLine: number
}

/**
 * What a list, a rail or the head of a feed needs: small, and without the body. Here `image.src` is a path below the
 * content folder, whichever file named the image.
 */
export type ArticleSummary = Omit<
  ArticleFields,
  'aliases' | 'corrections' | 'comments' | 'draft'
> & {
  slug: string
  /** The description, or else the first one or two sentences of the text. */
  standfirst: string
  /** The first 400 or so characters of the plain text, cut between words. */
  excerpt: string
  words: number
}
