import type { Moment } from '@/lib/article/article'
import { formatMoment } from '@/lib/article/dates'
import type { Site } from '@/lib/site/site'
import { siteLanguage } from './language-attributes'

/** A time that stays absolute, where a reader wants to know exactly. */
export function ShownTime({ moment, site }: { moment: Moment; site: Site }) {
  const { text, dateTime } = formatMoment(moment, site)
  return (
    <time dateTime={dateTime} {...siteLanguage(site)}>
      {text}
    </time>
  )
}
