import { expect, it } from 'vitest'
import { partsOf, readArchiveDate } from '@/lib/article/archive-date'
import { formatDay, nextMidnight } from '@/lib/article/dates'

const span = (address: string, zone: string) => {
  const date = readArchiveDate(address.split('/'), zone)
  return date && [date.unit, date.from.toISOString(), date.until.toISOString()]
}

it.each([
  ['2026', 'UTC', ['year', '2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z']],
  ['2026/11', 'Asia/Tokyo', ['month', '2026-10-31T15:00:00.000Z', '2026-11-30T15:00:00.000Z']],
  ['2026/12', 'UTC', ['month', '2026-12-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z']],
  // The day on which clocks go back has 25 hours.
  ['2026/10/25', 'Europe/Berlin', ['day', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z']],
  ['2024/02/29', 'UTC', ['day', '2024-02-29T00:00:00.000Z', '2024-03-01T00:00:00.000Z']],
] as const)('reads %s in %s', (address, zone, expected) => {
  expect(span(address, zone)).toEqual(expected)
})

it.each(['26', '2026/1', '2026/13', '2026/02/29', '2026/11/29/1', 'x', '2026/11/2x', ''])(
  'reads no time out of %j',
  (address) => {
    expect(span(address, 'UTC')).toBeUndefined()
  },
)

it('knows the days of a month and the months of a year', () => {
  const february = readArchiveDate(['2026', '02'], 'UTC')
  const year = readArchiveDate(['2026'], 'UTC')
  expect(february && partsOf(february, 'UTC')).toHaveLength(28)
  expect(year && partsOf(year, 'UTC').map(({ text }) => text)).toContain('2026-12')
})

it.each([
  ['2026-11-29T14:59:00Z', 'Asia/Tokyo', '2026-11-29T15:00:00.000Z'],
  ['2026-11-29T15:00:00Z', 'Asia/Tokyo', '2026-11-30T15:00:00.000Z'],
  ['2026-03-28T23:30:00Z', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
])('the day of %s in %s ends at %s', (now, zone, midnight) => {
  expect(nextMidnight(new Date(now), zone).toISOString()).toBe(midnight)
})

it.each([
  ['en', 'Sunday 29 November 2026'],
  ['ja', '2026年11月29日日曜日'],
])('prints the day as newspapers in %s do', (lang, text) => {
  const at = new Date('2026-11-28T20:00:00Z')
  expect(formatDay(at, { lang, timeZone: 'Asia/Tokyo' })).toEqual({ text, dateTime: '2026-11-29' })
})
