import { expect, test } from 'vitest'
import { parseMoment } from '@/lib/article/moment'

test.each([
  ['2025-06-28', '2025-06-27T15:00:00.000Z', 'day'],
  ['2025-06-28T15:28', '2025-06-28T06:28:00.000Z', 'minute'],
  ['2025-06-28 15:28', '2025-06-28T06:28:00.000Z', 'minute'],
  ['2025-06-28T15:28:09', '2025-06-28T06:28:09.000Z', 'second'],
  ['2025-06-28T15:28:09.500', '2025-06-28T06:28:09.000Z', 'second'],
  ['2025-06-28T15:28Z', '2025-06-28T15:28:00.000Z', 'minute'],
  ['2025-06-28T15:28-04:00', '2025-06-28T19:28:00.000Z', 'minute'],
  ['2025-06-28T15:28:00+0530', '2025-06-28T09:58:00.000Z', 'second'],
  ['2025-06-28 00:00 +09:00', '2025-06-27T15:00:00.000Z', 'minute'],
  ['2024-02-29', '2024-02-28T15:00:00.000Z', 'day'],
])('%s in Tokyo is %s, precise to the %s', (text, at, precision) => {
  expect(parseMoment(text, 'Asia/Tokyo')).toEqual({
    ok: true,
    moment: { at: new Date(at), precision },
  })
})

test.each([
  ...[
    '2025-02-30',
    '2025-02-29',
    '2025-04-31',
    '2025-13-01',
    '2025-00-10',
    '2025-01-00',
    '0000-01-01',
    '2025-6-28',
  ],
  ...[
    '2025-06-28T25:00',
    '2025-06-28T24:00',
    '2025-06-28T12:60',
    '2025-06-28T12:00:60',
    '2025-06-28T1:00',
  ],
  ...[
    '2025-06-28T15:28+15:00',
    '2025-06-28T15:28+09:75',
    '28.06.2025',
    'yesterday',
    '',
    '2025-06-28+09:00',
  ],
  ...['2025-06-28T15', '2025-06-28T15:28 JST', '20250628', '12025-06-28'],
])('%j is an error, never another day', (text) => {
  expect(parseMoment(text, 'Asia/Tokyo').ok).toBe(false)
})

test('a time that the clocks skipped is an error', () => {
  expect(parseMoment('2025-03-30T02:30', 'Europe/Berlin')).toMatchObject({
    ok: false,
    problem:
      '2025-03-30T02:30 does not exist in Europe/Berlin: the clocks were put forward over it',
  })
})

test('a time that the clocks showed twice needs an offset', () => {
  expect(parseMoment('2025-10-26T02:30', 'Europe/Berlin')).toMatchObject({
    ok: false,
    fix: 'say which one by its offset: +02:00 or +01:00',
  })
  expect(parseMoment('2025-10-26T02:30+01:00', 'Europe/Berlin')).toMatchObject({
    moment: { at: new Date('2025-10-26T01:30:00Z') },
  })
})

test.each([
  ['2025-03-30T01:59', 'Europe/Berlin', '2025-03-30T00:59:00.000Z'],
  ['2025-03-30T03:00', 'Europe/Berlin', '2025-03-30T01:00:00.000Z'],
  ['2025-10-26T03:00', 'Europe/Berlin', '2025-10-26T02:00:00.000Z'],
  ['2025-03-09', 'America/New_York', '2025-03-09T05:00:00.000Z'],
  // The clocks went from 24:00 to 01:00: that day began at 01:00.
  ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
  // Midnight came twice: the day began at the first.
  ['2025-11-02', 'America/Havana', '2025-11-02T04:00:00.000Z'],
  ['2025-06-28T12:00', 'Asia/Kathmandu', '2025-06-28T06:15:00.000Z'],
])('%s in %s is %s', (text, zone, at) => {
  expect(parseMoment(text, zone)).toMatchObject({ moment: { at: new Date(at) } })
})

test('a day that a place skipped in its calendar is an error', () => {
  expect(parseMoment('2011-12-30', 'Pacific/Apia')).toMatchObject({
    ok: false,
    problem: '2011-12-30 was left out of the calendar of Pacific/Apia',
  })
})
