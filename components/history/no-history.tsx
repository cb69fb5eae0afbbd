import type { Unavailable } from '@/lib/history/unavailable'
import type { Site } from '@/lib/site/site'
import { wordsOf } from '@/lib/words/words'
import styles from './history-list.module.css'

/** Says that the history is unknown, rather than showing a wrong one. */
export function NoHistory({ reason, site }: { reason: Unavailable; site: Site }) {
  const words = wordsOf(site).history
  // Only the publisher can correct the others; the log names them.
  const reasons: Partial<Record<Unavailable, string>> = {
    shallow: words.shallow,
    'being read': words.beingRead,
    'not in git': words.unrecorded,
  }
  return (
    <p className={styles.note}>
      {words.unknown} {reasons[reason]}
    </p>
  )
}
