import type { Site } from '@/lib/site/site'
import { wordsOf } from '@/lib/words/words'

/** What nothing in a style sheet's string may be as it is. */
const MEANS_SOMETHING = /["\\\n\r\f<]/g

const escaped = (character: string) => `\\${character.charCodeAt(0).toString(16)} `

/** A style sheet of one line: over a feed in a browser it says, in the site's language, what to do with it. */
export const writeFeedWords = (site: Site): string =>
  `rss::before{content:"${wordsOf(site).feeds.opened.replace(MEANS_SOMETHING, escaped)}"}\n`
