import { expect, test } from 'vitest'
import { clientAddress } from '@/lib/server/front/client-address'

test.each([
  ['no proxy, forged header', '1.1.1.1', '9.9.9.9', 0, '1.1.1.1'],
  ['one proxy', '10.0.0.1', '2.2.2.2', 1, '2.2.2.2'],
  ['one proxy, forged entry to the left', '10.0.0.1', '9.9.9.9, 2.2.2.2', 1, '2.2.2.2'],
  ['two proxies', '10.0.0.1', '9.9.9.9, 2.2.2.2, 10.0.0.2', 2, '2.2.2.2'],
  ['a proxy that says nothing', '10.0.0.1', undefined, 1, '10.0.0.1'],
  ['fewer entries than proxies', '10.0.0.1', '2.2.2.2', 3, '2.2.2.2'],
  ['IPv4 in IPv6', '::ffff:1.1.1.1', undefined, 0, '1.1.1.1'],
])('%s', (_name, remote, forwarded, proxies, client) => {
  expect(clientAddress(remote, forwarded, proxies)).toBe(client)
})
