import { tzOffset } from '@date-fns/tz'
import type { Moment } from './article'

export type MomentResult =
  | { ok: true; moment: Moment }
  | { ok: false; problem: string; fix: string }

/** The accepted forms of a date, for programs that know no calendar: what this refuses, `parseMoment` refuses too. */
export const MOMENT_PATTERN =
  '^\\s*\\d{4}-\\d\\d-\\d\\d([Tt ]\\d\\d:\\d\\d(:\\d\\d([.,]\\d+)?)?( ?([Zz]|[+-]\\d\\d:?\\d\\d))?)?\\s*$'

const FORM =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?(?: ?(?:([Zz])|([+-])(\d\d):?(\d\d)))?)?$/

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

const HOW = 'write it like 2025-06-28, 2025-06-28T15:28 or 2025-06-28T15:28+09:00'

/**
 * Reads a date as an editor writes it: `2025-06-28`, `2025-06-28T15:28` (or a space for the T), with seconds, with an
 * offset or `Z`. Without an offset it is in `timeZone`; a bare date is the first instant of that day there. Dates that
 * don't exist and times that the clock skips are refused, never moved to another day or hour.
 */
export function parseMoment(text: string, timeZone: string): MomentResult {
  const found = FORM.exec(text.trim())
  if (!found) return wrong(`${JSON.stringify(text.trim())} is not a date`, HOW)
  const [, y, mo, d, h, mi, s, utc, sign, oh, om] = found
  const fault = calendarFault(Number(y), Number(mo), Number(d))
  if (fault !== undefined) return wrong(fault, HOW)
  const midnight = Date.UTC(Number(y), Number(mo) - 1, Number(d))
  if (h === undefined || mi === undefined) {
    const at = startOfDay(midnight, timeZone)
    if (at === undefined)
      return wrong(`${found[0]} was left out of the calendar of ${timeZone}`, HOW)
    return { ok: true, moment: { at, precision: 'day' } }
  }
  if (Number(h) > 23 || Number(mi) > 59 || Number(s ?? 0) > 59) {
    return wrong(
      `${found[0].slice(11)} is not a time of day`,
      'hours go from 00 to 23, minutes and seconds from 00 to 59',
    )
  }
  const precision = s === undefined ? 'minute' : 'second'
  const local = midnight + (Number(h) * 60 + Number(mi)) * MINUTE + Number(s ?? 0) * 1000
  if (utc !== undefined) return { ok: true, moment: { at: new Date(local), precision } }
  if (sign !== undefined) {
    const minutes = Number(oh) * 60 + Number(om)
    if (Number(om) > 59 || minutes > 14 * 60) {
      return wrong(`no place has the offset ${sign}${oh}:${om}`, 'offsets go from -12:00 to +14:00')
    }
    const at = new Date(local - (sign === '-' ? -minutes : minutes) * MINUTE)
    return { ok: true, moment: { at, precision } }
  }
  return inZone(local, timeZone, found[0], precision)
}

function calendarFault(year: number, month: number, day: number): string | undefined {
  if (year < 1000) return `the year ${year} is too early`
  if (month < 1 || month > 12) return `there is no month ${month}`
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (day < 1 || day > days) return `month ${month} of ${year} has no day ${day}`
  return undefined
}

function inZone(
  local: number,
  timeZone: string,
  text: string,
  precision: 'minute' | 'second',
): MomentResult {
  const [at, second] = instantsOf(local, timeZone)
  if (at === undefined) {
    return wrong(
      `${text} does not exist in ${timeZone}: the clocks were put forward over it`,
      'write a time that the clocks showed, or give the offset, such as +02:00',
    )
  }
  if (second !== undefined) {
    return wrong(
      `${text} happened twice in ${timeZone}: the clocks were put back over it`,
      `say which one by its offset: ${offsetText(local - at)} or ${offsetText(local - second)}`,
    )
  }
  return { ok: true, moment: { at: new Date(at), precision } }
}

/** Every instant at which the clocks of `timeZone` show `local` (milliseconds as if in UTC), earliest first. */
function instantsOf(local: number, timeZone: string): number[] {
  const offsets = new Set([
    tzOffset(timeZone, new Date(local - DAY)),
    tzOffset(timeZone, new Date(local + DAY)),
  ])
  return [...offsets]
    .map((offset) => ({ offset, at: local - offset * MINUTE }))
    .filter(({ offset, at }) => tzOffset(timeZone, new Date(at)) === offset)
    .map(({ at }) => at)
    .sort((a, b) => a - b)
}

/**
 * Some zones change their clocks at midnight: the day then begins at the first instant after the gap. Undefined if the gap
 * swallows the whole day, as it did when Samoa crossed the date line.
 */
function startOfDay(midnight: number, timeZone: string): Date | undefined {
  const [first] = instantsOf(midnight, timeZone)
  if (first !== undefined) return new Date(first)
  const after = tzOffset(timeZone, new Date(midnight + DAY))
  const before = tzOffset(timeZone, new Date(midnight - DAY))
  const [low, high] = [midnight - after * MINUTE, midnight - before * MINUTE]
  const at = transition(low, high, before, timeZone)
  return at + after * MINUTE < midnight + DAY ? new Date(at) : undefined
}

/** The first instant in (low, high] whose offset isn't `before`, found by bisection. */
function transition(low: number, high: number, before: number, timeZone: string): number {
  let [from, to] = [low, high]
  while (to - from > 1000) {
    const middle = from + Math.floor((to - from) / 2000) * 1000
    if (middle === from) break
    if (tzOffset(timeZone, new Date(middle)) === before) from = middle
    else to = middle
  }
  return to
}

function offsetText(milliseconds: number): string {
  const minutes = Math.abs(milliseconds / MINUTE)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${milliseconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

function wrong(problem: string, fix: string): MomentResult {
  return { ok: false, problem, fix }
}
