import { isoMoment } from '@/lib/article/dates'
import type { SearchNarrowing } from '@/lib/site/routes'
import { withFilters } from './change-query'
import type { Filter, SearchQuery } from './query'

type Parameter = string | string[] | undefined

const DAYS = { day: 1, week: 7, month: 30, year: 365 }

/** What the fields of the form say; the address lets nothing else through. */
export function readNarrowing(asked: Record<string, Parameter>): SearchNarrowing {
  const [section, since, order] = [asked.in, asked.since, asked.order].map(
    (each) => [each].flat()[0],
  )
  return {
    ...(section && { in: section }),
    ...(isSince(since) && { since }),
    ...(order === 'new' && { order }),
  }
}

const isSince = (text: string | undefined): text is keyof typeof DAYS =>
  text !== undefined && Object.hasOwn(DAYS, text)

type Known = { sections: readonly { slug: string; name: string }[]; now: Date; timeZone: string }

/** The search that was typed with what the fields of the form add to it. */
export function narrowQuery(
  query: SearchQuery,
  { in: section, since }: SearchNarrowing,
  { sections, now, timeZone }: Known,
): SearchQuery {
  const name = sections.find(({ slug }) => slug === section)?.name
  const added: Filter[] = name === undefined ? [] : [{ key: 'section', value: name, not: false }]
  if (since !== undefined) {
    const at = new Date(now.getTime() - DAYS[since] * 24 * 60 * 60_000)
    added.push({ key: 'after', value: isoMoment({ at, precision: 'day' }, timeZone), not: false })
  }
  return withFilters(query, added)
}
