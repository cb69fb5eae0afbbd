import type { Moment } from '@/lib/article/article'
import { formatMoment } from '@/lib/article/dates'
import type { Site } from '@/lib/site/site'

/** A time that stays absolute, where a reader wants to know exactly. */
export function ShownTime({ moment, site }: { moment: Moment; site: Site }) {
  const { text, dateTime } = formatMoment(moment, site)
  return <time dateTime={dateTime}>{text}</time>
}
