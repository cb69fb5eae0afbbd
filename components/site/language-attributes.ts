import { directionOf } from '@/lib/language/direction'
import { scriptOf } from '@/lib/language/script'
import styles from './script.module.css'

/** What an element needs that holds an article's words: its language, its direction, and the class of its script. */
export function languageAttributes(lang: string, className = '') {
  const script = styles[scriptOf(lang)]
  const classes = [className, script].filter(Boolean).join(' ')
  return { lang, dir: directionOf(lang), ...(classes !== '' && { className: classes }) }
}
