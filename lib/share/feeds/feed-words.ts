import type { Site } from '@/lib/site/site'
import { wordsOf } from '@/lib/words/words'

/** Characters that must be escaped in a style sheet's string. */
const MEANS_SOMETHING = /["\\\n\r\f<]/g

const escaped = (character: string) => `\\${character.charCodeAt(0).toString(16)} `

/** A style sheet of one line: when a browser shows a feed, it says in the site's language what to do with it. */
export const writeFeedWords = (site: Site): string =>
  `rss::before{content:"${wordsOf(site).feeds.opened.replace(MEANS_SOMETHING, escaped)}"}\n`
