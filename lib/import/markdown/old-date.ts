const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Zones that people write by their initials, in hours east of Greenwich. */
const ZONES: Record<string, number> = {
  ...{ Z: 0, UT: 0, UTC: 0, GMT: 0, WET: 0, BST: 1, CET: 1, WEST: 1, CEST: 2, EET: 2, EEST: 3 },
  ...{ EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7, AKST: -9, HST: -10 },
  ...{ JST: 9, KST: 9, IST: 5.5, AEST: 10, AEDT: 11, NZST: 12, NZDT: 13 },
}

const TIME = String.raw`(?:[T,]?\s*(?:at\s+)?(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?\s*([A-Z]{1,4}|[+-]\d{1,2}(?::?\d\d)?)?)?`
const NUMBERS = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${TIME}$`, 'i')
const MONTH_FIRST = new RegExp(
  String.raw`^(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${TIME}$`,
  'i',
)
const DAY_FIRST = new RegExp(
  String.raw`^(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?\.?\s+([a-z]{3,9})\.?,?\s+(\d{4})${TIME}$`,
  'i',
)

const two = (n: number) => String(n).padStart(2, '0')

/** A date as the front matter of any system writes it, in the form of ours; undefined for what is none. */
export function oldDate(value: unknown): string | undefined {
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? undefined : oldDate(value.toISOString())
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  const numbers = NUMBERS.exec(text)
  if (numbers) {
    const [, year = '', month = '', day = '', ...time] = numbers
    return written([year, month, day], time)
  }
  const monthFirst = MONTH_FIRST.exec(text)
  if (monthFirst) {
    const [, month = '', day = '', year = '', ...time] = monthFirst
    return written([year, monthOf(month), day], time)
  }
  const [, day = '', month = '', year = '', ...time] = DAY_FIRST.exec(text) ?? []
  return day === '' ? undefined : written([year, monthOf(month), day], time)
}

const monthOf = (name: string) => String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1)

function written(
  [year, month, day]: [string, string, string],
  time: (string | undefined)[],
): string | undefined {
  if (month === '0') return undefined
  const date = `${year}-${two(Number(month))}-${two(Number(day))}`
  const [hours, minutes = '0', seconds, half, zone] = time
  if (hours === undefined) return date
  const clock = `${two(hourOf(Number(hours), half))}:${two(Number(minutes))}`
  const exact = Number(seconds ?? 0) === 0 ? clock : `${clock}:${two(Number(seconds))}`
  return `${date}T${exact}${offsetOf(zone)}`
}

function hourOf(hours: number, half: string | undefined): number {
  if (half === undefined) return hours
  return (hours % 12) + (/^p/i.test(half) ? 12 : 0)
}

/** Initials that nobody can place are left out: the time is then the site's own. */
function offsetOf(zone: string | undefined): string {
  if (zone === undefined) return ''
  const [, sign, hours = '', minutes = '00'] = /^([+-])(\d{1,2}):?(\d\d)?$/.exec(zone) ?? []
  if (sign !== undefined) return `${sign}${two(Number(hours))}:${minutes}`
  const east = ZONES[zone.toUpperCase()]
  if (east === undefined) return ''
  if (east === 0) return 'Z'
  return `${east < 0 ? '-' : '+'}${two(Math.floor(Math.abs(east)))}:${east % 1 === 0 ? '00' : '30'}`
}
