import { describe, expect, it } from 'vitest'
import { formatMoment } from '@/lib/article/dates'

const tokyo = { lang: 'en', timeZone: 'Asia/Tokyo' }

describe('formatMoment', () => {
  it.each([
    [
      '2025-06-28T05:28:00Z',
      'minute',
      tokyo,
      '28 June 2025, 14:28 JST',
      '2025-06-28T14:28:00+09:00',
    ],
    ['2025-06-27T15:00:00Z', 'day', tokyo, '28 June 2025', '2025-06-28'],
    [
      '2025-01-02T18:45:00Z',
      'minute',
      { lang: 'en', timeZone: 'Asia/Kolkata' },
      '3 January 2025, 00:15 IST',
      '2025-01-03T00:15:00+05:30',
    ],
    [
      '2025-07-01T12:00:30Z',
      'second',
      { lang: 'en-US', timeZone: 'America/New_York' },
      'July 1, 2025, 08:00 EDT',
      '2025-07-01T08:00:30-04:00',
    ],
    [
      '2025-06-28T05:28:00Z',
      'minute',
      { lang: 'ja', timeZone: 'Asia/Tokyo' },
      '2025年6月28日 14:28 JST',
      '2025-06-28T14:28:00+09:00',
    ],
    [
      '2025-07-01T12:00:00Z',
      'minute',
      { lang: 'en', timeZone: 'UTC' },
      '1 July 2025, 12:00 UTC',
      '2025-07-01T12:00:00+00:00',
    ],
  ] as const)(
    '%s as a %s reads as newspapers write it, in the zone of the site',
    (at, precision, place, text, dateTime) => {
      expect(formatMoment({ at: new Date(at), precision }, place)).toEqual({ text, dateTime })
    },
  )
})
