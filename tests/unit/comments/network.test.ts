import { expect, test } from 'vitest'
import { networkOf } from '@/lib/http/network'

test.each([
  ['198.51.100.7', '198.51.100.7'],
  ['198.51.100.7:4431', '198.51.100.7'],
  ['::ffff:198.51.100.7', '198.51.100.7'],
  ['2001:DB8:0:1:2:3:4:5', '2001:db8:0:1::/64'],
  ['2001:db8::5', '2001:db8:0:0::/64'],
  ['[2001:db8::5]:443', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['256.1.1.1', undefined],
  ['1.2.3', undefined],
  ['1', undefined],
  ['unknown', undefined],
  ['1::2::3', undefined],
  ['a]/@[::1', undefined],
  ['', undefined],
])('sees %j as %j', (written, network) => {
  expect(networkOf(written)).toBe(network)
})

test('treats every address of an IPv6 /64 as one', () => {
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe(networkOf('2001:db8:1:2:ffff::1'))
  expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:1:3::1'))
})
