import type { Marks } from './html/marks'
import type { RemarkKind } from './remark-kind'

/** A part of an old article's text, in the form in which the old system kept it. */
export type Piece = { html: string } | { markdown: string }

export type OldPicture = {
  /** As the old system wrote it: a web address, or a path of the old site or of the folder. */
  address: string
  alt?: string
  caption?: string
  credit?: string
}

/** Why readers of the old site didn't see a text, or not everybody did. It becomes a draft. */
export type Hidden = 'draft' | 'waiting for review' | 'private' | 'has a password' | 'for members'

/** What the first reading of an export needs of an article or page: enough to give each an address before any is converted. */
export type OldOutline = {
  /** The same in each export of the same site. */
  id: string
  kind: 'article' | 'page'
  title: string
  /** The last part of its old address; empty if it had none. */
  slug: string
  /** Web addresses, paths and file names by which others link to it, those that readers know first. */
  addresses: string[]
  /** Of `addresses`, those that become aliases. */
  aliases: string[]
  /** In the form of the front matter; undefined if the old system knew none. */
  date: string | undefined
  authors: string[]
  categories: string[]
  tags: string[]
  hidden: Hidden | undefined
}

export type OldText = OldOutline & {
  description: string | undefined
  image: OldPicture | undefined
  /** Front matter that needs no more than checking. */
  fields: {
    updated?: string
    expires?: string
    lang?: string
    canonical?: string
    translationOf?: string
    lead?: true
    comments?: 'closed'
  }
  body: Piece[]
  /** Folders in which its pictures lie, if not in one for all texts. */
  near?: string[]
  /** Of the body. */
  marks: Marks
  /** What the reader of the export noticed, for the report. */
  remarks: { kind: RemarkKind; detail: string }[]
}

/** How many articles have a name of the old system, and what it is likely to become. */
export type Guess = { section?: string; tag?: string }

export type OldList = { name: string; addresses: string[] }

export type OldSite = {
  name?: string
  description?: string
  lang?: string
  timeZone?: string
  /** The address of the old site, without a slash at the end. */
  url?: string
  /** A name that the old system keeps apart from what it prints: `annlee` is Ann Lee. */
  authors: Map<string, string>
  /** Guesses that only the old system's own structure allows: a category below another. */
  guesses: Map<string, Guess>
  /** Its lists of articles, each of one category or tag. */
  lists: OldList[]
  /** Folders in which its pictures may be. */
  pictureFolders: string[]
}

export type Survey = { site: OldSite; outlines: OldOutline[]; remarks: OldText['remarks'] }

/** A reader of one system's exports. The texts can be read only after the survey. */
export type OldPaper = {
  survey(progress: (done: number) => void): Promise<Survey>
  texts(): AsyncIterable<OldText>
}
