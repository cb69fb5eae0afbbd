import zlib from 'node:zlib'
import { expect, test } from 'vitest'
import { Representation, type Variant } from '@/lib/server/front/representation'

const text = 'The leaders met on Wednesday and agreed. '.repeat(50)
const page = () =>
  new Representation({
    status: 200,
    type: 'text/html',
    body: Buffer.from(text),
    headers: [['X-A', 'b']],
  })

const header = (variant: Variant, name: string) =>
  variant.headers[variant.headers.indexOf(name) + 1]

test('Each coding decodes to the same text and says so in its headers', async () => {
  const one = page()
  const br = await one.variant('br')
  const gzip = await one.variant('gzip')
  const identity = await one.variant('identity')
  expect(zlib.brotliDecompressSync(br.body).toString()).toBe(text)
  expect(zlib.gunzipSync(gzip.body).toString()).toBe(text)
  expect(identity.body.toString()).toBe(text)
  expect(header(br, 'Content-Encoding')).toBe('br')
  expect(header(br, 'Content-Length')).toBe(String(br.body.length))
  expect(header(br, 'Vary')).toBe('Accept-Encoding')
  expect(header(br, 'X-A')).toBe('b')
  expect(identity.headers).not.toContain('Content-Encoding')
})

test('A coding that nobody requested takes no memory', async () => {
  const one = page()
  const { body, headers } = await one.variant('br')
  expect(one.bytes).toBe(body.length + headers.join('').length)
  // zlib writes into buffers of 16 KB.
  expect(body.buffer.byteLength).toBe(body.length)
  expect(one.held('identity')).toBeUndefined()
})

test('Ten requests for one coding compress once', async () => {
  const one = page()
  const variants = await Promise.all(Array.from({ length: 10 }, () => one.variant('gzip')))
  expect(new Set(variants).size).toBe(1)
})

test('The best brotli replaces the quick one under another ETag, and reports its new size', async () => {
  const one = page()
  const quick = await one.variant('br')
  let told = 0
  one.onResize = () => told++
  await one.improve()
  const best = one.held('br')
  expect(best?.etag).not.toBe(quick.etag)
  expect(zlib.brotliDecompressSync(best?.body ?? '').toString()).toBe(text)
  expect(told).toBe(1)
})

test('What compression does not help is stored as it is', async () => {
  const headers = [] as const
  const image = new Representation({
    status: 200,
    type: 'image/webp',
    body: Buffer.alloc(999),
    headers,
  })
  const variant = await image.variant('br')
  expect(variant.coding).toBe('identity')
  expect(variant.headers).not.toContain('Vary')
})
