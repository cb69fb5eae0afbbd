import type { Site } from '@/lib/site/site'
import { siteLanguage } from './language-attributes'
import styles from './wordmark.module.css'

/** The paper's name as drawn in site.yaml, or set in the headline face where it isn't drawn. */
export function Wordmark({ site }: { site: Site }) {
  const { wordmark } = site
  if (!wordmark)
    return (
      <span className={styles.set} {...siteLanguage(site)}>
        {site.name}
      </span>
    )
  return (
    <svg
      className={styles.drawn}
      viewBox={`0 0 ${wordmark.width} ${wordmark.height}`}
      width={wordmark.width}
      height={wordmark.height}
      aria-hidden="true"
    >
      <path d={wordmark.path} />
    </svg>
  )
}
