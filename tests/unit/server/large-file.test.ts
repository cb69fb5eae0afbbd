import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MAX_KEPT_FILE, readServedFile, statFile, streamFile } from '@/lib/server/front/files'
import { readRequestHead } from '@/lib/server/front/request-head'
import { freePort } from '../../support/free-port'

const folder = mkdtempSync(path.join(os.tmpdir(), 'broadsheet-large-'))
const bytes = Buffer.from(Array.from({ length: MAX_KEPT_FILE + 500 }, (_, i) => (i * 31) % 251))
const file = { path: path.join(folder, 'film.mp4'), type: 'video/mp4', headers: [] }
const always = [['X-Content-Type-Options', 'nosniff']] as const
const server = http.createServer(async (req, res) => {
  const stats = await statFile(file.path)
  if (stats !== undefined) streamFile(res, readRequestHead(req), file, stats, always)
})
let url = ''

beforeAll(async () => {
  writeFileSync(file.path, bytes)
  const port = await freePort()
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${port}/`
})

afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

const ask = async (headers: Record<string, string>, method = 'GET') => {
  const answer = await fetch(url, { method, headers })
  return { answer, body: Buffer.from(await answer.arrayBuffer()) }
}

test('A file over the limit isn’t cached and is streamed whole from disk', async () => {
  expect(await readServedFile(file, always)).toBeUndefined()
  const { answer, body } = await ask({})
  expect(answer.status).toBe(200)
  expect(answer.headers.get('accept-ranges')).toBe('bytes')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(body.equals(bytes)).toBe(true)
})

test.each([
  ['bytes=0-9', 0, 9],
  ['bytes=1048000-1048999', 1_048_000, 1_048_999],
  ['bytes=-7', bytes.length - 7, bytes.length - 1],
  [`bytes=${bytes.length - 3}-`, bytes.length - 3, bytes.length - 1],
  ['bytes=1048570-99999999', 1_048_570, bytes.length - 1],
])('%s is answered with exactly those bytes', async (range, start, end) => {
  const { answer, body } = await ask({ range })
  expect(answer.status).toBe(206)
  expect(answer.headers.get('content-range')).toBe(`bytes ${start}-${end}/${bytes.length}`)
  expect(answer.headers.get('content-length')).toBe(String(end - start + 1))
  expect(body.equals(bytes.subarray(start, end + 1))).toBe(true)
})

test('A range beyond its end is answered 416 with the length', async () => {
  const { answer, body } = await ask({ range: `bytes=${bytes.length}-` })
  expect(answer.status).toBe(416)
  expect(answer.headers.get('content-range')).toBe(`bytes */${bytes.length}`)
  expect(body.length).toBe(0)
})

test('A range of another version of the file is answered with the whole of this one', async () => {
  const { answer, body } = await ask({ range: 'bytes=0-9', 'if-range': '"other"' })
  expect(answer.status).toBe(200)
  expect(body.length).toBe(bytes.length)
})

test('HEAD gives the headers of GET without the bytes; a client that has the file gets 304', async () => {
  const { answer: get } = await ask({})
  const { answer: head, body } = await ask({}, 'HEAD')
  const told = ['content-length', 'content-type', 'etag', 'accept-ranges']
  for (const name of told) expect(head.headers.get(name)).toBe(get.headers.get(name))
  expect(body.length).toBe(0)
  const again = await ask({ 'if-none-match': get.headers.get('etag') ?? '' })
  expect(again.answer.status).toBe(304)
  expect(again.body.length).toBe(0)
})
