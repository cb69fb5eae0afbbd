import type { ArchivePart } from '@/components/lists/archive-page'
import { countSpan, readOldest } from '@/lib/archive/read/by-date'
import { type ArchiveDate, partsOf, yearOf } from '@/lib/article/archive-date'
import { asPrinted } from '@/lib/article/dates'
import type { Site } from '@/lib/site/site'
import { localeOf } from '@/lib/words/words'

const FORMATS = {
  year: { year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  day: { dateStyle: 'full' },
} satisfies Record<ArchiveDate['unit'], Intl.DateTimeFormatOptions>

/** In a list, where the longer time stands above them. */
const IN_LIST = {
  ...FORMATS,
  month: { month: 'long' },
  day: { weekday: 'long', day: 'numeric' },
} satisfies Record<ArchiveDate['unit'], Intl.DateTimeFormatOptions>

/** `2026`, `November 2026`, `Sunday 29 November 2026`; in a list under a longer time `November`, `Sunday 29`. */
export function archiveName({ unit, from }: ArchiveDate, site: Site, inList = false): string {
  const options: Intl.DateTimeFormatOptions = (inList ? IN_LIST : FORMATS)[unit]
  const { lang, timeZone } = site
  const text = new Intl.DateTimeFormat(localeOf(lang), { ...options, timeZone }).format(from)
  return asPrinted(text, lang)
}

/** The months of a year or the days of a month in which something was published, the last first. */
export function readParts(date: ArchiveDate, site: Site, now: Date): ArchivePart[] {
  return partsOf(date, site.timeZone)
    .map((part) => partOf(part, site, now))
    .filter(({ count }) => count > 0)
    .reverse()
}

export const partOf = (part: ArchiveDate, site: Site, now: Date): ArchivePart => ({
  ...{ text: part.text, name: archiveName(part, site, true), count: countSpan(part, now) },
})

/** Every year in which something was published with its months, the last first. */
export function readYears(site: Site, now: Date) {
  const oldest = readOldest(now)
  if (oldest === undefined) return []
  const [first, last] = [oldest.getUTCFullYear() - 1, now.getUTCFullYear() + 1]
  return Array.from({ length: last - first + 1 }, (_, i) => last - i).flatMap((number) => {
    const year = yearOf(number, site.timeZone)
    if (year === undefined) return []
    const heading = partOf(year, site, now)
    return heading.count === 0 ? [] : [{ heading, parts: readParts(year, site, now) }]
  })
}
