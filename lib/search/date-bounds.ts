import { parseMoment } from '@/lib/article/moment'
import type { Filter } from './query'

/**
 * The moments between which `after:` and `before:` let articles through, in milliseconds: from the beginning of the
 * day, month or year after which, to the beginning of the one before which. Days begin in the site's time zone.
 */
export function dateBounds(
  filters: readonly Filter[],
  timeZone: string,
): { after?: number; before?: number } {
  const moments = (key: Filter['key']) =>
    filters
      .filter((filter) => filter.key === key)
      .map(({ value }) => parseMoment(`${value}-01-01`.slice(0, 10), timeZone))
      .flatMap((parsed) => (parsed.ok ? [parsed.moment.at.getTime()] : []))
  const after = moments('after')
  const before = moments('before')
  return {
    ...(after.length > 0 && { after: Math.max(...after) }),
    ...(before.length > 0 && { before: Math.min(...before) }),
  }
}
