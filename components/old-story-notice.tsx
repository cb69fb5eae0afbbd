import type { Moment } from '@/lib/article/article'
import { formatMoment } from '@/lib/article/dates'
import type { Site } from '@/lib/site/site'
import styles from './notice.module.css'

/** Said of a story more than a year old: old news read as new misleads. */
export function OldStoryNotice({ published, site }: { published: Moment; site: Site }) {
  const { text, dateTime } = formatMoment({ ...published, precision: 'day' }, site)
  return (
    <p className={styles.notice}>
      <strong>This story is more than a year old.</strong> It was published on{' '}
      <time dateTime={dateTime}>{text}</time>; much may have changed since.
    </p>
  )
}
