import { parseMoment } from '@/lib/article/moment'

/** Names of zones that people write, without those that mean several (BST, IST). */
const ZONES: Record<string, string> = {
  ...{ UTC: '+00:00', UT: '+00:00', GMT: '+00:00', Z: '+00:00' },
  ...{ EST: '-05:00', EDT: '-04:00', CST: '-06:00', CDT: '-05:00' },
  ...{ MST: '-07:00', MDT: '-06:00', PST: '-08:00', PDT: '-07:00' },
  ...{ AKST: '-09:00', HST: '-10:00', WET: '+00:00', WEST: '+01:00' },
  ...{ CET: '+01:00', CEST: '+02:00', EET: '+02:00', EEST: '+03:00' },
  ...{ JST: '+09:00', KST: '+09:00', AEST: '+10:00', AEDT: '+11:00' },
  ...{ NZST: '+12:00', NZDT: '+13:00' },
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const YEAR = '(?<year>\\d{4})'
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?'
const MONTH =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,? +)?'
const TIME =
  '(?:(?:[T,]| at)? *(?<hour>\\d{1,2}):(?<minute>\\d\\d)(?::(?<second>\\d\\d)(?:\\.\\d+)?)?(?: *(?<half>[ap]\\.?m\\.?))?(?: *(?<zone>(?:GMT|UTC)?[+-]\\d{1,2}(?::?\\d\\d)?|[A-Z]{1,4}))?(?: *\\([^()]*\\)| *\\[[^[\\]]*\\])?)?'

/** Orders that leave no doubt which number is the day. */
const FORMS = [
  `${YEAR}[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})${TIME}`,
  `${YEAR}(?<month>\\d\\d)(?<day>\\d\\d)`,
  `${WEEKDAY}${MONTH} +${DAY},? +${YEAR},?${TIME}`,
  `${WEEKDAY}${DAY}[ -]${MONTH}[ -],?${YEAR}${TIME}`,
  `(?<day>1[3-9]|2\\d|3[01])[-/.](?<month>\\d{1,2})[-/.]${YEAR}${TIME}`,
  `(?<month>\\d{1,2})[-/.](?<day>1[3-9]|2\\d|3[01])[-/.]${YEAR}${TIME}`,
].map((form) => new RegExp(`^${form}$`, 'i'))

/**
 * A date as other systems and people write it, in the form of our front matter; undefined for one that could mean two days
 * (3/4/2024) or whose zone is unknown: `2013-11-22 5:00:00 -4`, `March 5, 2024 9:30 am EST`, `Tue, 05 Mar 2024 09:30:00 GMT`.
 */
export function readForeignDate(written: string): string | undefined {
  const parts = FORMS.map((form) => form.exec(written.trim())?.groups).find(Boolean)
  if (!parts) return undefined
  const { year, month = '', day = '' } = parts
  const named = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1
  const time = timeOf(parts)
  if (time === undefined) return undefined
  const date = `${year}-${two(named || month)}-${two(day)}${time}`
  return parseMoment(date, 'UTC').ok ? date : undefined
}

/** Empty without a time of day; undefined if it can't be read. */
function timeOf(parts: Record<string, string>): string | undefined {
  const { hour, minute, second, half, zone } = parts
  if (hour === undefined) return ''
  const offset = zone === undefined ? '' : offsetOf(zone)
  const hours = half === undefined ? Number(hour) : hourOf(Number(hour), /^p/i.test(half))
  if (offset === undefined || hours === undefined) return undefined
  return `T${two(hours)}:${minute}${second === undefined ? '' : `:${second}`}${offset}`
}

const hourOf = (hour: number, isAfternoon: boolean) =>
  hour >= 1 && hour <= 12 ? (hour % 12) + (isAfternoon ? 12 : 0) : undefined

function offsetOf(zone: string): string | undefined {
  const known = ZONES[zone.toUpperCase()]
  if (known !== undefined) return known
  const [, sign, hours = '', minutes = '00'] = /([+-])(\d{1,2}):?(\d\d)?$/.exec(zone) ?? []
  return sign && `${sign}${two(hours)}:${minutes}`
}

const two = (value: string | number) => String(value).padStart(2, '0')
