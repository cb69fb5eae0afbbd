import type { WrittenFields } from './article-fields'

export type { Moment } from './article-fields'

/** What the front matter says. Absent is undefined, an empty list is []; an article is in some language, if in the site's. */
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
