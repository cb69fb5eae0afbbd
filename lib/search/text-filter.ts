import { slugify } from '@/lib/article/slug'
import { dateBounds } from './date-bounds'
import type { SearchQuery } from './query'

/** The filters of a query as the archive takes them; days are the site's. */
export function textFilter({ filters }: SearchQuery, timeZone: string) {
  const lists = filters.flatMap(({ key, value, not }) =>
    key === 'after' || key === 'before' || key === 'lang'
      ? []
      : [{ kind: key, slug: slugify(value), not }],
  )
  const lang = filters.find(({ key }) => key === 'lang')?.value.toLowerCase()
  return { lists, ...(lang !== undefined && { lang }), ...dateBounds(filters, timeZone) }
}
