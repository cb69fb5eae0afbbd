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
  /** Names of the sections that hold opinion, which search engines are told; absent: Opinion, Editorial, Comment. */
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
  /** The name as a drawing: SVG path data in a box of `width` by `height`. */
  wordmark?: { width: number; height: number; path: string }
}
