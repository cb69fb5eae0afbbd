import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { findPicture, picturesOf } from '@/lib/archive/read/files/pictures'
import { isImageShown } from '@/lib/archive/read/files/shown-images'
import { drawVariant, type Order } from '@/lib/images/draw-variant'
import { findImage } from '@/lib/images/find-image'
import { Variants } from '@/lib/images/store-variants'
import { renderBody } from '@/lib/markdown/render-body'
import { ContentFolder } from '../archive/content-folder'
import { picture } from './test-pictures'

async function folderWith(files: Record<string, [number, number]>) {
  const folder = new ContentFolder()
  for (const [name, [width, height]] of Object.entries(files)) {
    folder.write(name, await picture(width, height).jpeg().toBuffer())
  }
  return folder
}

function deskOf(folder: ContentFolder, variants = new Variants(folder.dataDir)) {
  const maySee = (name: string) => isImageShown(name, folder.now, folder.archive)
  const desk = { variants, maySee, archive: folder.archive }
  return (address: string) => findImage(address.replace(/^\/media\//, ''), desk)
}

/** Every address of a picture that a page offers. */
function addressesOf(folder: ContentFolder, src: string): string[] {
  const set = findPicture({ image: { src, alt: 'A' } }, '', folder.archive)?.set
  if (!set) throw new Error(`${src} isn’t there`)
  const sets = [set.srcSet ?? '', ...set.sources.map(({ srcSet }) => srcSet)]
  const listed = sets.flatMap((each) => each.split(', ').map((one) => one.split(' ')[0] ?? ''))
  return [set.full, set.src, ...listed].filter(Boolean)
}

test('every address that a page offers works, in its type, and no other does', async () => {
  const folder = await folderWith({ 'media/a b.jpg': [700, 400] })
  await folder.update()
  const find = deskOf(folder)
  const addresses = addressesOf(folder, 'media/a b.jpg').map(decodeURIComponent)
  expect(new Set(addresses).size).toBe(1 + 3 * 3)
  for (const address of addresses) {
    expect(await find(address)).toMatchObject({ state: 'found' })
  }
  const version = /\/([0-9a-f]{10})-/.exec(addresses[1] ?? '')?.[1]
  for (const other of [
    ...['641.jpg', '0.jpg', '960.jpg', '9999.avif', '640.png', '640.gif', '640.svg', '-640.jpg'],
    ...['640.jpeg', '640', '640.avif.jpg', 'full.jpg'],
  ]) {
    expect(await find(`/media/a b.jpg/${version}-${other}`), other).toBeUndefined()
  }
  expect(await find('/media/a b.jpg/')).toBeUndefined()
  expect(await find('/media/../site.yaml')).toBeUndefined()
  expect(await find(`/media/none.jpg/${version}-640.jpg`)).toBeUndefined()
})

test('old addresses of a replaced picture redirect to the new one', async () => {
  const folder = await folderWith({ 'media/a.jpg': [700, 400] })
  await folder.update()
  const find = deskOf(folder)
  const old = addressesOf(folder, 'media/a.jpg')[1] ?? ''
  folder.write('media/a.jpg', await picture(700, 410).jpeg().toBuffer())
  await folder.update()
  const now = addressesOf(folder, 'media/a.jpg')[1] ?? ''
  expect(now).not.toBe(old)
  expect(await find(old)).toEqual({ state: 'moved', location: now })
})

test('a picture beside an article is visible only while the article is', async () => {
  const folder = await folderWith({ 'articles/2025/wall.jpg': [400, 300] })
  const write = (...lines: string[]) =>
    folder.article('2025/harbour', lines, 'Words.\n\n![The wall](wall.jpg)')
  const states: [string[], boolean][] = [
    [[], true],
    [['draft: true'], false],
    [['date: 2099-01-01'], false],
    [['expires: 2025-06-02'], false],
    [['withdrawn: { date: 2025-06-02, reason: Wrong }'], false],
    [['image: { src: wall.jpg, alt: The wall }'], true],
  ]
  for (const [lines, shown] of states) {
    write(...lines)
    await folder.update()
    const find = deskOf(folder)
    for (const address of addressesOf(folder, 'articles/2025/wall.jpg')) {
      expect((await find(address))?.state, `${lines} ${address}`).toBe(shown ? 'found' : undefined)
    }
  }
  folder.remove('articles/2025/harbour.md')
  await folder.update()
  expect(await deskOf(folder)('/media/articles/2025/wall.jpg')).toBeUndefined()
  folder.write('pages/about.md', '---\ntitle: About\n---\n\n![W](../articles/2025/wall.jpg)\n')
  await folder.update()
  expect(await deskOf(folder)('/media/articles/2025/wall.jpg')).toMatchObject({ state: 'found' })
})

test.each([
  '![A](wall.jpg)',
  '![A](<the wall.jpg>)',
  '![A](the%20wall.jpg "Title")',
  '![A][w]\n\n[w]: wall\\_1.jpg',
  '<img alt="A" src="the wall.jpg">',
  '![A](wall(1).jpg)',
  '![A](../2025/./wall.jpg)',
  '![A](WALL.JPG)',
])('the index has every image that the page of %s shows', async (body) => {
  const files = ['wall.jpg', 'the wall.jpg', 'wall_1.jpg', 'wall(1).jpg', 'WALL.JPG']
  const folder = await folderWith(
    Object.fromEntries(files.map((name) => [`articles/2025/${name}`, [8, 8] as [number, number]])),
  )
  folder.article('2025/a', [], body)
  await folder.update()
  const context = picturesOf({ path: 'articles/2025/a.md', lang: 'en' }, '', folder.archive)
  const { html } = renderBody(body, context)
  const [, full = ''] = /<a href="\/media\/([^"]+)"/.exec(html) ?? []
  expect(full).not.toBe('')
  expect(await deskOf(folder)(decodeURIComponent(full))).toMatchObject({ state: 'found' })
})

test('a variant is drawn once, completely, one at a time, however many requests wait', async () => {
  const folder = await folderWith({ 'media/a.jpg': [700, 400] })
  await folder.update()
  let drawing = 0
  let most = 0
  const orders: Order[] = []
  const variants = new Variants(folder.dataDir, async (order) => {
    orders.push(order)
    most = Math.max(most, ++drawing)
    const drawn = await drawVariant(order)
    drawing--
    return drawn
  })
  const find = deskOf(folder, variants)
  const addresses = addressesOf(folder, 'media/a.jpg')
  const asked = await Promise.all([...addresses, ...addresses].map(find))
  expect(asked.every((each) => each?.state === 'found')).toBe(true)
  expect(most).toBe(1)
  expect(orders).toHaveLength(new Set(addresses).size)
  const kept = readdirSync(path.join(folder.dataDir, 'images'), { recursive: true }).map(String)
  expect(kept.filter((name) => /\.\w+$/.test(name))).toHaveLength(orders.length)
  const again = deskOf(
    folder,
    new Variants(folder.dataDir, () => Promise.reject(new Error('again'))),
  )
  expect(await again(addresses[1] ?? '')).toMatchObject({ state: 'found' })
})

test('stored pictures are limited, drawn again when deleted, and half a file doesn’t count', async () => {
  const folder = await folderWith({ 'media/a.jpg': [700, 400] })
  await folder.update()
  const addresses = [...new Set(addressesOf(folder, 'media/a.jpg'))]
  const images = path.join(folder.dataDir, 'images')
  const half = path.join(images, '1/ab')
  mkdirSync(half, { recursive: true })
  writeFileSync(path.join(half, 'abc-640.avif.1.tmp'), 'half')
  mkdirSync(path.join(images, '0'), { recursive: true })
  const draw = () => Promise.resolve(Buffer.alloc(1_000))
  const find = deskOf(folder, new Variants(folder.dataDir, draw, { maxBytes: 2_500 }))
  for (const address of addresses) await find(address)
  const files = () =>
    readdirSync(images, { recursive: true }).filter((name) => /\.\w+$/.test(String(name)))
  await expect.poll(() => files().length).toBe(2)
  expect(existsSync(path.join(images, '0'))).toBe(false)
  rmSync(images, { recursive: true })
  const found = await find(addresses.at(-1) ?? '')
  if (found?.state !== 'found') throw new Error('not found')
  expect(readFileSync(found.path)).toHaveLength(1_000)
})

/** Draws each size when it is told to, and records the order in which drawings started. */
function heldDrawing(waitMs = 60_000) {
  const began: string[] = []
  const ends = new Map<string, () => void>()
  const draw = async ({ pixels, width }: Order) => {
    const name = `${pixels} ${width ?? 'whole'}`
    began.push(name)
    await new Promise<void>((resolve) => ends.set(name, resolve))
    return Buffer.from(name)
  }
  const folder = new ContentFolder()
  const variants = new Variants(folder.dataDir, draw, { waitMs })
  const order = (pixels: number, width?: number): Order => ({
    ...{ path: 'a.jpg', hash: String(pixels), kind: 'jpeg', isStill: true, pixels },
    ...(width !== undefined && { width }),
  })
  const find = (pixels: number, width?: number) => variants.find(order(pixels, width))
  const end = async (name: string) => {
    await expect.poll(() => began).toContain(name)
    ends.get(name)?.()
  }
  return { began, find, end }
}

const MEGA = 1_000_000

test('small pictures are drawn first, and don’t wait for large ones', async () => {
  const { began, find, end } = heldDrawing()
  const large = [find(100 * MEGA, 320), find(90 * MEGA, 320), find(80 * MEGA, 320)]
  const small = [find(20 * MEGA, 320), find(12 * MEGA, 320), find(2 * MEGA, 320)]
  await end('20000000 320')
  await small[0]
  await end('2000000 320')
  await small[2]
  await end('12000000 320')
  expect(await small[1]).toMatchObject({ state: 'drawn' })
  expect(began).toEqual(['100000000 320', '20000000 320', '2000000 320', '12000000 320'])
  for (const pixels of [100, 80, 90]) await end(`${pixels * MEGA} 320`)
  expect(await Promise.all(large)).toMatchObject(large.map(() => ({ state: 'drawn' })))
  expect(began.slice(4)).toEqual(['80000000 320', '90000000 320'])
})

test('a whole picture, which takes longest, doesn’t count as small', async () => {
  const { began, find, end } = heldDrawing()
  const whole = find(12 * MEGA)
  await expect.poll(() => began).toEqual(['12000000 whole'])
  const small = find(12 * MEGA, 320)
  await end('12000000 320')
  expect(await small).toMatchObject({ state: 'drawn' })
  await end('12000000 whole')
  expect(await whole).toMatchObject({ state: 'drawn' })
})

test('a reader who has waited long enough is asked to come back, and then finds it drawn', async () => {
  const { began, find, end } = heldDrawing(50)
  expect(await find(100 * MEGA, 320)).toEqual({ state: 'busy' })
  await end('100000000 320')
  expect(await find(100 * MEGA, 320)).toMatchObject({ state: 'drawn' })
  expect(began).toHaveLength(1)
})

test('a reader who comes when too many wait is asked to come back', async () => {
  const { find, end } = heldDrawing()
  const asked = Array.from({ length: 201 }, (_, n) => find(MEGA + n, 320))
  expect(await find(2 * MEGA, 320)).toEqual({ state: 'busy' })
  for (let n = 0; n < asked.length; n++) await end(`${MEGA + n} 320`)
  expect(await Promise.all(asked)).toMatchObject(asked.map(() => ({ state: 'drawn' })))
})

test('real pictures: a few large ones delay no small one', async () => {
  const folder = await folderWith({ 'media/small.jpg': [300, 200] })
  const large = sharp({ create: { width: 6_500, height: 4_000, channels: 3, background: '#888' } })
  folder.write('media/large.png', await large.png().toBuffer())
  await folder.update()
  const find = deskOf(folder, new Variants(folder.dataDir, drawVariant, { waitMs: 240_000 }))
  const answered: string[] = []
  const ask = (name: string) =>
    Promise.all(
      addressesOf(folder, name)
        .slice(0, 6)
        .map(async (address) => {
          expect(await find(address)).toMatchObject({ state: 'found' })
          answered.push(name)
        }),
    )
  await Promise.all([ask('media/large.png'), ask('media/small.jpg')])
  const last = answered.lastIndexOf('media/small.jpg')
  expect(answered.slice(last).filter((name) => name === 'media/large.png').length).toBeGreaterThan(
    2,
  )
})

test('a link to a file beside an article leads to where readers get it, with its kind and size', async () => {
  const folder = new ContentFolder()
  folder.write('articles/the budget.pdf', Buffer.alloc(1_234_567))
  folder.write('media/figures.csv', 'a,b\n1,2\n')
  const body = 'Read [the report](the%20budget.pdf) and [its figures](/media/figures.csv).'
  folder.article('budget', [], body)
  await folder.update()
  const { html } = renderBody(
    body,
    picturesOf({ path: 'articles/budget.md', lang: 'en' }, '', folder.archive),
  )
  expect(html).toContain(
    '<a href="/media/articles/the%20budget.pdf">the report<small> (PDF, 1.2 MB)</small></a>',
  )
  expect(html).toContain(
    '<a href="/media/figures.csv">its figures<small> (CSV, 8 bytes)</small></a>',
  )
})
