import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningFixture, startFixture, until } from './run-server'

const SITE = fileURLToPath(new URL('../../fixtures/editors/site', import.meta.url))
const PHOTO = '/media/articles/harbour.jpg'

let server: RunningFixture

beforeAll(async () => {
  server = await startFixture()
  for (const name of ['harbour-wall.md', 'harbour.jpg']) {
    cpSync(path.join(SITE, 'articles', name), path.join(server.contentDir, 'articles', name))
  }
  // Requested before it exists: the answer must not be cached.
  await until(async () => (await ask(PHOTO)).status === 200)
})
afterAll(async () => {
  await server?.stop()
})

const ask = (address: string, init: RequestInit = {}) =>
  fetch(`${server.url}${address}`, { redirect: 'manual', ...init })

async function version(): Promise<string> {
  const moved = await ask(`${PHOTO}/0000000000-640.jpg`)
  expect(moved.status).toBe(307)
  return /\/([0-9a-f]{10})-/.exec(moved.headers.get('location') ?? '')?.[1] ?? ''
}

test('a whole picture keeps its size and no longer says where it was taken', async () => {
  const answer = await ask(PHOTO)
  expect(answer.headers.get('content-type')).toBe('image/jpeg')
  expect(answer.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  const drawn = Buffer.from(await answer.arrayBuffer())
  const source = await sharp(path.join(SITE, 'articles/harbour.jpg')).metadata()
  expect(source.exif).toBeDefined()
  const { width, height, exif } = await sharp(drawn).metadata()
  expect({ width, height, exif }).toEqual({ width: 2000, height: 1333, exif: undefined })
})

test('a variant may be cached for good, and requested in parts and by its ETag', async () => {
  const address = `${PHOTO}/${await version()}-640.avif`
  const whole = await ask(address)
  expect(whole.status).toBe(200)
  expect(whole.headers.get('content-type')).toBe('image/avif')
  expect(whole.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(whole.headers.get('cdn-cache-control')).toBe('public, max-age=600')
  const etag = whole.headers.get('etag') ?? ''
  expect((await ask(address, { headers: { 'if-none-match': etag } })).status).toBe(304)
  const part = await ask(address, { headers: { range: 'bytes=0-9' } })
  expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 10])
  const head = await ask(address, { method: 'HEAD' })
  expect(head.headers.get('content-length')).toBe(whole.headers.get('content-length'))
  expect((await ask(address, { method: 'POST' })).status).toBe(405)
})

test('what isn’t offered doesn’t exist', async () => {
  const known = await version()
  for (const other of ['641.avif', '640.gif', '640.svg', '640.png', '2000.jpg', 'full.jpg']) {
    expect((await ask(`${PHOTO}/${known}-${other}`)).status, other).toBe(404)
  }
  writeFileSync(path.join(server.contentDir, 'articles/mark.svg'), '<svg onload="x()"/>')
  writeFileSync(path.join(server.contentDir, 'articles/mark.png'), '<svg onload="x()"/>')
  await until(async () => {
    const { contentErrors }: { contentErrors: number } = JSON.parse(
      await (await ask('/readyz')).text(),
    )
    return contentErrors > 0
  })
  for (const name of ['mark.svg', 'mark.png']) {
    expect((await ask(`/media/articles/${name}`)).status, name).toBe(404)
  }
})

test('pictures are drawn again when their folder is deleted', async () => {
  const address = `${PHOTO}/${await version()}-320.webp`
  const before = Buffer.from(await (await ask(address)).arrayBuffer())
  rmSync(path.join(server.dataDir, 'images'), { recursive: true })
  const after = Buffer.from(await (await ask(address)).arrayBuffer())
  expect(after.equals(before)).toBe(true)
})

test('the picture of a withdrawn article is gone with it', async () => {
  const address = `${PHOTO}/${await version()}-640.webp`
  expect((await ask(address)).status).toBe(200)
  rmSync(path.join(server.contentDir, 'articles/harbour-wall.md'))
  await until(async () => (await ask(PHOTO)).status === 404)
  expect((await ask(address)).status).toBe(404)
})

const STORY =
  '---\ntitle: The budget\ndate: 2025-06-28\n---\nRead [the report](the%20budget.pdf) and [its figures](/media/figures.csv).\n'

test('files beside an article are served while it is, and never as a page', async () => {
  const articles = path.join(server.contentDir, 'articles')
  const hostile = '%PDF-1.7\n<script>alert(1)</script>'.padEnd(1_234_567)
  writeFileSync(path.join(articles, 'the budget.pdf'), hostile)
  writeFileSync(path.join(articles, 'other.pdf'), hostile)
  mkdirSync(path.join(server.contentDir, 'media'), { recursive: true })
  writeFileSync(path.join(server.contentDir, 'media/figures.csv'), 'a,b\n1,2\n')
  writeFileSync(path.join(server.contentDir, 'media/page.html'), '<script>alert(1)</script>')
  writeFileSync(path.join(articles, 'budget.md'), STORY)
  const pdf = '/media/articles/the%20budget.pdf'
  await until(async () => (await ask(pdf)).status === 200)
  const shown = await ask(pdf)
  expect(shown.headers.get('content-type')).toBe('application/pdf')
  expect(shown.headers.get('content-disposition')).toBeNull()
  expect(shown.headers.get('x-content-type-options')).toBe('nosniff')
  expect(shown.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src/)
  const part = await ask(pdf, { headers: { range: 'bytes=0-7' } })
  expect([part.status, await part.text()]).toEqual([206, '%PDF-1.7'])
  const saved = await ask('/media/figures.csv')
  expect(saved.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''figures.csv")
  expect(saved.headers.get('content-security-policy')).toMatch(/; sandbox$/)

  // No article names it; and a kind that browsers run is never served.
  expect((await ask('/media/articles/other.pdf')).status).toBe(404)
  expect((await ask('/media/page.html')).status).toBe(404)
  writeFileSync(path.join(articles, 'budget.md'), STORY.replace('---\n', '---\ndraft: true\n'))
  await until(async () => (await ask(pdf)).status === 404)
})
