import { parseMoment } from './moment'

/** A year, a month or a day of the archive, as its address spells it: `2026`, `2026-11`, `2026-11-29`. */
export type ArchiveDate = { text: string; unit: 'year' | 'month' | 'day'; from: Date; until: Date }

const UNITS = ['year', 'month', 'day'] as const
const FORM = /^\d{4}(?:-\d\d){0,2}$/

/** The span of time that the segments of an address name, in the site's time zone; undefined when they name none. */
export function readArchiveDate(
  segments: readonly string[],
  timeZone: string,
): ArchiveDate | undefined {
  const text = segments.join('-')
  const unit = UNITS[segments.length - 1]
  if (unit === undefined || !FORM.test(text)) return undefined
  return spanOf(text, unit, timeZone)
}

/** The months of a year, or the days of a month. */
export function partsOf({ text, unit }: ArchiveDate, timeZone: string): ArchiveDate[] {
  if (unit === 'day') return []
  const [part, most] = unit === 'year' ? (['month', 12] as const) : (['day', 31] as const)
  return Array.from(
    { length: most },
    (_, i) => `${text}-${String(i + 1).padStart(2, '0')}`,
  ).flatMap((each) => spanOf(each, part, timeZone) ?? [])
}

export const yearOf = (year: number, timeZone: string): ArchiveDate | undefined =>
  spanOf(String(year).padStart(4, '0'), 'year', timeZone)

function spanOf(
  text: string,
  unit: ArchiveDate['unit'],
  timeZone: string,
): ArchiveDate | undefined {
  const from = startOf(text, timeZone)
  const until = startOf(nextOf(text, unit), timeZone)
  return from && until && { text, unit, from, until }
}

function startOf(text: string, timeZone: string): Date | undefined {
  const parsed = parseMoment(`${text}-01-01`.slice(0, 10), timeZone)
  return parsed.ok ? parsed.moment.at : undefined
}

function nextOf(text: string, unit: ArchiveDate['unit']): string {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number)
  const next = {
    year: Date.UTC(year + 1, 0, 1),
    month: Date.UTC(year, month, 1),
    day: Date.UTC(year, month - 1, day + 1),
  }
  return new Date(next[unit]).toISOString().slice(0, 10)
}
