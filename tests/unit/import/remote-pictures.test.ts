import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { fetchOne, isPublicAddress } from '@/lib/import/run/read-remote-pictures'
import { PNG } from './import-of'

/** A server that answers with a picture, a redirect or nothing; it counts what it is asked. */
async function startServer(location = '') {
  let asked = 0
  const server = createServer((req, res) => {
    asked++
    if (req.url === '/wall.png') res.end(PNG)
    else if (req.url === '/away') res.writeHead(302, { Location: location }).end()
    else if (req.url === '/circle') res.writeHead(302, { Location: '/circle' }).end()
    else res.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  return { host: `localhost:${port}`, port, asked: () => asked }
}

const anywhere = () => true

test('a picture of a named host is fetched', async () => {
  const { host } = await startServer()
  const got = await fetchOne(`http://${host}/wall.png`, { hosts: [host], isAllowed: anywhere })
  expect(Buffer.from(got as Uint8Array).equals(PNG)).toBe(true)
})

test('nothing is asked of a host that isn’t named, also after a redirect', async () => {
  const other = await startServer()
  const named = await startServer(`http://${other.host}/wall.png`)
  const hosts = [named.host]
  expect(await fetchOne(`http://${other.host}/wall.png`, { hosts, isAllowed: anywhere })).toEqual({
    missing: `is on ${other.host}, which --fetch-images doesn’t name`,
  })
  expect(await fetchOne(`http://${named.host}/away`, { hosts, isAllowed: anywhere })).toEqual({
    missing: `is on ${other.host}, which --fetch-images doesn’t name`,
  })
  expect(other.asked()).toBe(0)
})

test('a named host with a private address is never asked', async () => {
  const { host, port, asked } = await startServer()
  for (const name of [host, `127.0.0.1:${port}`, `[::1]:${port}`]) {
    const got = await fetchOne(`http://${name}/wall.png`, {
      hosts: [name],
      isAllowed: isPublicAddress,
    })
    expect(got).toEqual({ missing: 'could not be fetched: its address is private' })
  }
  expect(asked()).toBe(0)
})

test.each([
  ['/none', 'could not be fetched: the server answered 404'],
  ['/circle', 'leads in a circle'],
])('what is answered to %s is no picture', async (path, missing) => {
  const { host } = await startServer()
  expect(await fetchOne(`http://${host}${path}`, { hosts: [host], isAllowed: anywhere })).toEqual({
    missing,
  })
})

test.each([
  ...[
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
  ],
  ...['224.0.0.1', '255.255.255.255', '::', '::1', 'fe80::1', 'fc00::1', 'fd00::1', 'ff02::1'],
  ...[
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    'x',
    '',
  ],
])('%s is no public address', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})

test.each(['8.8.8.8', '172.32.0.1', '2606:4700::1', '2a00:1450::1'])(
  '%s is a public address',
  (address) => {
    expect(isPublicAddress(address)).toBe(true)
  },
)
