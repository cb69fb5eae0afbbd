import { localeOf } from '@/lib/words/words'
import type { Moment } from './article'
import { parseMoment } from './moment'

/** A point in time as readers see it: `text` in the site's language and zone, `dateTime` for `<time>`. */
export type ShownMoment = { text: string; dateTime: string }

type Place = { lang: string; timeZone: string }

const formatters = new Map<string, Intl.DateTimeFormat>()
/** A site has one zone and a handful of languages; with more, somebody is requesting every language there is. */
const FORMATTERS_MOST = 100

/** Creating a formatter costs a hundred times as much as using it, and a page of comments shows hundreds of times. */
function formatter(lang: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([lang, options])
  const known = formatters.get(key)
  if (known !== undefined) return known
  if (formatters.size >= FORMATTERS_MOST) formatters.clear()
  const made = new Intl.DateTimeFormat(lang, options)
  formatters.set(key, made)
  return made
}

const pad = (n: number) => String(n).padStart(2, '0')

/**
 * The short name of a zone. Intl knows `EST` but says `GMT+9` for Tokyo; in English newspapers use the initials of the long
 * name (`Japan Standard Time`).
 */
function zoneName(at: Date, { lang, timeZone }: Place): string {
  const part = (timeZoneName: 'short' | 'long') =>
    formatter(lang, { timeZone, timeZoneName })
      .formatToParts(at)
      .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
  const short = part('short')
  const long = part('long')
  if (!/^(GMT|UTC)[+-]/.test(short) || !/^en\b/.test(lang) || !/^([A-Z]\w+ )+Time$/.test(long))
    return short
  return long
    .split(' ')
    .map((word) => word.charAt(0))
    .join('')
}

/** The offset of a zone at that instant, in minutes east of UTC. */
function offsetMinutes(at: Date, timeZone: string): number {
  const parts = formatter('en', {
    timeZone,
    timeZoneName: 'longOffset',
  }).formatToParts(at)
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const match = /([+-])(\d\d):(\d\d)/.exec(name)
  if (!match) return 0
  const minutes = Number(match[2]) * 60 + Number(match[3])
  return match[1] === '-' ? -minutes : minutes
}

/** A machine-readable form, no more precise than the moment: `2025-06-28`, or ISO 8601 with the zone's offset. */
export function isoMoment({ at, precision }: Moment, timeZone: string): string {
  const offset = offsetMinutes(at, timeZone)
  const local = new Date(at.getTime() + offset * 60_000).toISOString()
  if (precision === 'day') return local.slice(0, 10)
  const sign = offset < 0 ? '-' : '+'
  const hours = Math.floor(Math.abs(offset) / 60)
  return `${local.slice(0, 19)}${sign}${pad(hours)}:${pad(Math.abs(offset) % 60)}`
}

/** A date with its weekday as newspapers print it: Unicode's data has a comma after an English one since 2023. */
export const asPrinted = (text: string, lang: string) =>
  lang.startsWith('en') ? text.replace(/^(\p{L}+), (?=\d)/u, '$1 ') : text

/** `Sunday 29 November 2026`: the day in the site's zone. */
export function formatDay(at: Date, { lang, timeZone }: Place): ShownMoment {
  const text = formatter(localeOf(lang), { timeZone, dateStyle: 'full' }).format(at)
  return { text: asPrinted(text, lang), dateTime: isoMoment({ at, precision: 'day' }, timeZone) }
}

/** When the next day begins in the zone. */
export function nextMidnight(now: Date, timeZone: string): Date {
  const today = Date.parse(isoMoment({ at: now, precision: 'day' }, timeZone))
  const next = parseMoment(new Date(today + DAY).toISOString().slice(0, 10), timeZone)
  return next.ok ? next.moment.at : new Date(now.getTime() + DAY)
}

const DAY = 24 * 60 * 60_000

/** `28 June 2025, 15:28 JST`: absolute, in the site's zone, no more precise than the front matter. */
export function formatMoment(moment: Moment, place: Place): ShownMoment {
  const { at, precision } = moment
  const lang = localeOf(place.lang)
  const day = formatter(lang, { timeZone: place.timeZone, dateStyle: 'long' }).format(at)
  const dateTime = isoMoment(moment, place.timeZone)
  if (precision === 'day') return { text: day, dateTime }
  const zone = zoneName(at, { ...place, lang })
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  if (lang.startsWith('en')) {
    const time = formatter(lang, { timeZone: place.timeZone, ...clock }).format(at)
    return { text: `${day}, ${time} ${zone}`, dateTime }
  }
  // Each other language puts its own words between a day and its hour.
  const date = { year: 'numeric', month: 'long', day: 'numeric' } as const
  const text = formatter(lang, { timeZone: place.timeZone, ...date, ...clock }).format(at)
  return { text: `${text} ${zone}`, dateTime }
}
