import { expect, test } from 'vitest'
import { KeptReads } from '@/lib/archive/kept-reads'
import {
  announceChange,
  reportCacheTags,
  reportValidUntil,
  withReports,
} from '@/lib/running/report'

const NOON = new Date('2025-07-01T12:00:00Z')
const ONE = new Date('2025-07-01T13:00:00Z')

/** Returns the number of the call that computed the value. */
function counting({ max = 10, until }: { max?: number; until?: Date } = {}) {
  const kept = new KeptReads<{ turn: number }>(max)
  let turns = 0
  return (version = 'v1', now = NOON, key = 'a') =>
    kept.get(key, version, now, () => {
      turns += 1
      reportCacheTags(`read:${key}`)
      reportValidUntil(ONE)
      return { value: { turn: turns }, until }
    }).turn
}

test('a computed value is not computed again, and what it read is reported each time', () => {
  const get = counting()
  const first = withReports(() => get())
  const second = withReports(() => get())
  expect([first.result, second.result]).toEqual([1, 1])
  expect(first.reports).toEqual([{ tags: ['read:a'] }, { validUntil: ONE }])
  expect(second.reports).toEqual(first.reports)
})

test('another version of the archive has it computed again', () => {
  const get = counting()
  expect([get('v1'), get('v2'), get('v2')]).toEqual([1, 2, 2])
})

test('it is dropped when something that it read is announced to have changed, and only then', () => {
  const get = counting()
  get()
  announceChange(['read:b'])
  expect(get()).toBe(1)
  announceChange(['read:a'])
  expect(get()).toBe(2)
})

test('it holds until an article falls due or expires', () => {
  const get = counting({ until: ONE })
  expect([get('v1', NOON), get('v1', new Date(ONE.getTime() - 1)), get('v1', ONE)]).toEqual([
    1, 1, 2,
  ])
})

test('it does not hold at a time before it was computed: the clock was set back', () => {
  const get = counting()
  const before = new Date(NOON.getTime() - 1)
  expect([get('v1', NOON), get('v1', before), get('v1', NOON)]).toEqual([1, 2, 2])
})

test('the values unused for longest make room', () => {
  const get = counting({ max: 2 })
  for (const key of ['a', 'b', 'a', 'c']) get('v1', NOON, key)
  expect(get('v1', NOON, 'a')).toBe(1)
  expect(get('v1', NOON, 'b')).toBe(4)
})
