const FORM = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d)(?::(\d\d))?$/
const MINUTE = 60_000
/** No place is further from Greenwich. */
const MAX_OFFSET = 14 * 60
/** Offsets of the world's zones are multiples of it. */
const STEP = 15

const pad = (n: number) => String(n).padStart(2, '0')

/**
 * A post's time in the zone that the old site had then: WordPress keeps each time twice, local and in UTC, and no zone.
 * Undefined for a draft, which has none.
 */
export function postDate(local: string, utc: string): string | undefined {
  const found = FORM.exec(local.trim())
  if (!found || local.startsWith('0000')) return undefined
  const [, day = '', time = '', seconds = '00'] = found
  const written = `${day}T${time}${seconds === '00' ? '' : `:${seconds}`}`
  const [here, there] = [instant(local), instant(utc)]
  if (here === undefined || there === undefined) return written
  const minutes = Math.round((here - there) / MINUTE / STEP) * STEP
  if (Math.abs(minutes) > MAX_OFFSET) return written
  const sign = minutes < 0 ? '-' : '+'
  const size = Math.abs(minutes)
  return `${written}${sign}${pad(Math.floor(size / 60))}:${pad(size % 60)}`
}

function instant(written: string): number | undefined {
  if (!FORM.test(written.trim()) || written.startsWith('0000')) return undefined
  const at = Date.parse(`${written.trim().replace(' ', 'T')}Z`)
  return Number.isNaN(at) ? undefined : at
}
