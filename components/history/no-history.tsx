import type { Unavailable } from '@/lib/history/unavailable'
import styles from './history-list.module.css'

/** The others are the publisher's to mend, and in the log. */
const REASONS: Partial<Record<Unavailable, string>> = {
  shallow: 'This server holds only the latest state of the texts, not how they came about.',
  'being read': 'It is being read at this moment. Please come back in a minute.',
  'not in git': 'No published version of this article is on record yet.',
}

/** Says that the history can't be told, instead of telling a wrong one. */
export function NoHistory({ reason }: { reason: Unavailable }) {
  return (
    <p className={styles.note}>
      The history of this article isn’t available here. {REASONS[reason]}
    </p>
  )
}
