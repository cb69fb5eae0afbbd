import { get } from 'node:http'
import { expect, test } from '@playwright/test'
import { startOwnServer } from './own-server'

/** An initial TCP window is 14.6 KB; the rest is for headers, and for what a network adds. */
const AT_FIRST = 11_000
const RECOMPRESSED = 9_900

/** How many bytes of a body are sent to a client that accepts brotli. */
function sentBytes(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'br' } }, (reply) => {
      let bytes = 0
      reply.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      reply.on('end', () => resolve(bytes))
    }).on('error', reject)
  })
}

test('an article with its styles arrives whole in the first flight of packets', async () => {
  const server = await startOwnServer({ CONTENT_DIR: 'content' })
  try {
    const url = `${server.url}/articles/why-did-japan-skip-the-nato-summit`
    expect(await sentBytes(url)).toBeLessThanOrEqual(AT_FIRST)
    await expect.poll(() => sentBytes(url)).toBeLessThanOrEqual(RECOMPRESSED)
  } finally {
    await server.stop()
  }
})
