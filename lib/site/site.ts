import type { WordOverrides } from '@/lib/words/table'

/** A menu entry leads to one of these. */
export type MenuEntry = {
  /** What readers see; absent: the name of its target. */
  name?: string
  section?: string
  tag?: string
  /** A file of content/pages. */
  page?: string
  /** Another site's address, or a path of this one. */
  url?: string
}

/** The defaults for files that don't say: the language of their text, the zone of their dates. */
export type SiteDefaults = Pick<Site, 'lang' | 'timeZone'>

/** Used until a site.yaml can be read. */
export const UNNAMED_DEFAULTS: SiteDefaults = { lang: 'en', timeZone: 'UTC' }

/** content/site.yaml, parsed. */
export type Site = {
  name: string
  description: string
  /** BCP 47, the language of articles that name none. */
  lang: string
  /** IANA time zone; dates without an offset are in it, and readers see times in it. */
  timeZone: string
  /** Names of the sections in the masthead, in this order. */
  sections: string[]
  /** The menu in the masthead; absent: the sections. */
  menu?: MenuEntry[]
  /** The menu at the foot of each page; absent: our own lists, and the plain pages. */
  footer?: MenuEntry[]
  /** The colour of kickers and links, as six hexadecimal digits in CSS's form; absent: our red. */
  accent?: { light: string; dark: string }
  /** The paper's icon: a square picture of content/media. */
  icon?: string
  /** Names of the opinion sections, which search engines are told about; absent: Opinion, Editorial, Comment, and the language's own. */
  opinion?: string[]
  /** What programs may do with the texts (https://contentsignals.org); absent: the site doesn't say. */
  contentSignal?: { search?: boolean; aiInput?: boolean; aiTrain?: boolean }
  /** Commits, each by at least its first seven digits, whose versions of articles readers don't see. */
  history?: { withhold: string[] }
  /** How comments are moderated; absent: all comments wait for an editor, and no article closes by itself. */
  comments?: {
    /** Whether all comments wait for an editor, or only those with a reason to wait. */
    moderation: 'all' | 'flagged'
    /** Days after which an article takes no further comments; absent: never. */
    closeAfterDays?: number
    /** Names that only editors may use. */
    staff: string[]
  }
  /** `off`: quotation marks, apostrophes and dashes appear as they were typed; absent: as the language prints them. */
  typography?: 'on' | 'off'
  /** Words that replace the interface's own, from content/words.yaml. */
  words?: WordOverrides
  /** The name as a drawing: SVG path data in a box of `width` by `height`. */
  wordmark?: { width: number; height: number; path: string }
}
