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
  /** Commits whose versions of articles readers don't get to see, by at least the first seven digits. */
  history?: { withhold: string[] }
  /** The name as a drawing: SVG path data in a box of `width` by `height`. */
  wordmark?: { width: number; height: number; path: string }
}
