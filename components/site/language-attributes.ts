import { directionOf } from '@/lib/language/direction'
import { scriptOf } from '@/lib/language/script'
import { languageOfWords, type Paper } from '@/lib/words/words'
import styles from './script.module.css'

/**
 * What an element needs that holds an article's words: its language, its direction, and the class of its script where that
 * isn't the one around it.
 */
export function languageAttributes(lang: string, around: string, className = '') {
  const script = scriptOf(lang) === scriptOf(around) ? undefined : styles[scriptOf(lang)]
  const classes = [className, script].filter(Boolean).join(' ')
  return { lang, dir: directionOf(lang), ...(classes !== '' && { className: classes }) }
}

/** For words of the site within an article, which may be in another language. */
export const wordsLanguage = (paper: Paper) => ({ lang: languageOfWords(paper) })

/** For what the site says of a story (its source, its time) within one that is in another language. */
export const ownLanguage = ({ lang }: { lang?: string | undefined }, site: Paper) =>
  lang === undefined || lang === site.lang ? {} : { lang: site.lang }

/** For the frame of a page where its words are English for want of the site's language; else it has the document's. */
export function frameLanguage(paper: Paper) {
  const lang = languageOfWords(paper)
  return lang === paper.lang ? {} : { lang, dir: directionOf(lang) }
}

/** For what editors wrote (names of sections, the paper's own) in such a frame. */
export const siteLanguage = (paper: Paper) =>
  languageOfWords(paper) === paper.lang ? {} : { lang: paper.lang, dir: directionOf(paper.lang) }
