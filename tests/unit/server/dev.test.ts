import http from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { type RunningFixture, startFixture } from './run-server'

/** Stops a test that hangs: Next's compiler starts, which takes long on a busy machine. */
const HANGS = 240_000

let server: RunningFixture | undefined

afterEach(async () => {
  await server?.stop()
})

/** Whether a browser that shows this address learns of changes. */
function hearsOfChanges(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const headers = {
      ...{ Origin: address, Connection: 'Upgrade', Upgrade: 'websocket' },
      ...{ 'Sec-WebSocket-Version': '13', 'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==' },
    }
    const request = http.get(`${address}/_next/hmr?id=a`, { headers })
    request.on('upgrade', (_, socket) => {
      socket.destroy()
      resolve(true)
    })
    request.on('response', () => resolve(false))
    // Next refuses with a message that isn't HTTP.
    request.on('error', () => resolve(false))
  })
}

test(
  'npm run dev tells pages of changes, at the address that it prints',
  async () => {
    server = await startFixture({ args: ['--dev'], env: { HOST: '127.0.0.1' } })
    const [, address = ''] = /Broadsheet is at (\S+)/.exec(server.output().stdout) ?? []
    expect(address).toBe(`http://127.0.0.1:${server.port}`)
    expect(await hearsOfChanges(address)).toBe(true)
  },
  HANGS,
)
