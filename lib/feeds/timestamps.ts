import { isoMoment } from '@/lib/article/dates'

/** RFC 3339 with the zone's offset: `2025-06-28T00:00:00+09:00`. */
export const timestamp = (at: Date, timeZone: string): string =>
  isoMoment({ at, precision: 'second' }, timeZone)

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/**
 * RFC 822 with the zone's offset, as RSS requires: `Sat, 28 Jun 2025 00:00:00 +0900`. In UTC the first hours of a day would
 * appear as the day before.
 */
export function mailTimestamp(at: Date, timeZone: string): string {
  const stamp = timestamp(at, timeZone)
  const [year = '', month = '', day = ''] = stamp.slice(0, 10).split('-')
  const weekday = DAYS[new Date(`${stamp.slice(0, 10)}T00:00:00Z`).getUTCDay()]
  const offset = stamp.slice(19).replace(':', '')
  return `${weekday}, ${day} ${MONTHS[Number(month) - 1]} ${year} ${stamp.slice(11, 19)} ${offset}`
}

type Dated = {
  published: { at: Date }
  updated?: { at: Date }
  corrections: readonly { date: { at: Date } }[]
}

/** When an article last changed since it was published: by its front matter, its corrections, or its history. */
export function lastChange(article: Dated, inHistory?: Date): Date | undefined {
  const times = [article.updated?.at, ...article.corrections.map(({ date }) => date.at), inHistory]
    .flatMap((at) => at?.getTime() ?? [])
    .filter((time) => time > article.published.at.getTime())
  return times.length === 0 ? undefined : new Date(Math.max(...times))
}
