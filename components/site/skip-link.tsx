import type { Site } from '@/lib/site/site'
import { wordsOf } from '@/lib/words/words'
import styles from './skip-link.module.css'

/** The first thing that a keyboard meets on each page. */
export function SkipLink({ site }: { site: Site }) {
  return (
    <a className={styles.skip} href="#main">
      {wordsOf(site).site.skip}
    </a>
  )
}
