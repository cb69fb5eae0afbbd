import type { WordOverrides } from '@/lib/words/table'

/** Where an entry of a menu leads: to one of these. */
export type MenuEntry = {
  /** What readers see; absent: the name of what it leads to. */
  name?: string
  section?: string
  tag?: string
  /** A file of content/pages. */
  page?: string
  /** Another site's address, or a path of this one. */
  url?: string
}

/** What a file means that says nothing of it: the language of its text, the zone of its dates. */
export type SiteDefaults = Pick<Site, 'lang' | 'timeZone'>

/** Until a site.yaml can be read. */
export const UNNAMED_DEFAULTS: SiteDefaults = { lang: 'en', timeZone: 'UTC' }

/** content/site.yaml, parsed. */
export type Site = {
  name: string
  description: string
  /** BCP 47, the language of articles that name none. */
  lang: string
  /** IANA time zone; dates without an offset are in it, and readers see times in it. */
  timeZone: string
  /** Names of the sections that stand in the masthead, in this order. */
  sections: string[]
  /** What stands in the masthead; absent: the sections. */
  menu?: MenuEntry[]
  /** What stands at the foot of each page; absent: the lists of everything, and the plain pages. */
  footer?: MenuEntry[]
  /** The colour of kickers and links, as CSS writes it in six hexadecimal digits; absent: the house's red. */
  accent?: { light: string; dark: string }
  /** The paper's icon: a square picture of content/media. */
  icon?: string
  /** Names of the sections that hold opinion, which search engines are told; absent: Opinion, Editorial, Comment, and what the language calls them. */
  opinion?: string[]
  /** What programs may do with the texts (https://contentsignals.org); absent: nothing is said. */
  contentSignal?: { search?: boolean; aiInput?: boolean; aiTrain?: boolean }
  /** Commits whose versions of articles readers don't get to see, by at least the first seven digits. */
  history?: { withhold: string[] }
  /** How comments are looked after; absent: everything waits for an editor, and no article closes by itself. */
  comments?: {
    /** Whether every comment waits for an editor, or only one that something speaks against. */
    moderation: 'all' | 'flagged'
    /** Days after which an article takes no more comments; absent: never. */
    closeAfterDays?: number
    /** Names that only editors carry. */
    staff: string[]
  }
  /** `off`: quotation marks, apostrophes and dashes are shown as they were typed; absent: as the language prints them. */
  typography?: 'on' | 'off'
  /** Words in place of the interface's own, from content/words.yaml. */
  words?: WordOverrides
  /** The name as a drawing: SVG path data in a box of `width` by `height`. */
  wordmark?: { width: number; height: number; path: string }
}
