import { Filled } from '@/components/site/filled'
import { MomentTime } from '@/components/site/moment-time'
import type { ArticleSummary } from '@/lib/article/article'
import { formatDay } from '@/lib/article/dates'
import type { Site } from '@/lib/site/site'
import { wordsOf } from '@/lib/words/words'
import styles from './dateline.module.css'

type Props = { now: Date; site: Site; newest: ArticleSummary | undefined }

/** The day of the paper, and when it last grew. The page is made again at midnight; an element keeps one right that stays open. */
export function Dateline({ now, site, newest }: Props) {
  const { text, dateTime } = formatDay(now, site)
  return (
    <p className={styles.dateline}>
      <to-day>
        <time dateTime={dateTime}>{text}</time>
      </to-day>
      {newest && (
        <span>
          <Filled
            text={wordsOf(site).front.updated}
            values={{ time: <MomentTime moment={newest.published} site={site} /> }}
          />
        </span>
      )}
    </p>
  )
}
