import type { Correction } from '@/lib/article/article'
import type { Site } from '@/lib/site/site'
import styles from './corrections.module.css'
import { MomentTime } from './moment-time'

/** What was wrong in an article and has been put right, at its foot. */
export function Corrections({ corrections, site }: { corrections: Correction[]; site: Site }) {
  if (corrections.length === 0) return null
  return (
    <section className={styles.corrections} aria-labelledby="corrections">
      <h2 id="corrections" className={styles.title}>
        {corrections.length === 1 ? 'Correction' : 'Corrections'}
      </h2>
      {corrections.map(({ date, text }) => (
        <p key={`${date.at.toISOString()} ${text}`} className={styles.correction}>
          <MomentTime className={styles.date} moment={date} site={site} />
          {text}
        </p>
      ))}
    </section>
  )
}
