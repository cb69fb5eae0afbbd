import type { Moment } from '@/lib/article/article'
import { formatMoment } from '@/lib/article/dates'
import type { Site } from '@/lib/site/site'
import { siteLanguage } from './language-attributes'

type Props = {
  moment: Moment
  site: Site
  className?: string | undefined
  /** In a list the day is enough: an article says the minute and the zone. */
  isBrief?: boolean
}

/** An absolute time that an element turns into "an hour ago" while it is fresh. */
export function MomentTime({ moment, site, className, isBrief = false }: Props) {
  const { dateTime } = formatMoment(moment, site)
  const { text } = formatMoment(isBrief ? { at: moment.at, precision: 'day' } : moment, site)
  return (
    <time-ago className={className} {...siteLanguage(site)}>
      <time dateTime={dateTime}>{text}</time>
    </time-ago>
  )
}
