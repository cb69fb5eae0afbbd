import { expect, test } from 'vitest'
import { chooseCoding } from '@/lib/server/front/negotiate'

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0.2, gzip;q=0.8', 'gzip'],
  ['BR;Q=1', 'br'],
  ['gzip;q=0, br;q=0', 'identity'],
  ['identity', 'identity'],
  ['identity;q=0.5, gzip;q=0.4', 'identity'],
  ['*', 'br'],
  ['*;q=0.1, br;q=0', 'gzip'],
  ['br;q=nonsense, gzip', 'gzip'],
  ['zstd', 'identity'],
  ['identity;q=0', undefined],
  ['*;q=0', undefined],
  ['identity;q=0, gzip', 'gzip'],
])('Accept-Encoding %j gets %s', (header, coding) => {
  expect(chooseCoding(header)).toBe(coding)
})
