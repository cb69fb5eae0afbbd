import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashImage, measureImage } from '@/lib/content/measure-image'
import { drawVariant } from '@/lib/images/draw-variant'
import { claimJpegSize, claimSize, claimWebpSize, picture, WHERE } from './test-pictures'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-images-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function write(name: string, bytes: Uint8Array | string): string {
  const file = path.join(folder, name)
  writeFileSync(file, bytes)
  return file
}

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>`
const DAMAGED = 'is a damaged image: it ends too early, or isn’t what its header says'
const NONE = 'is not an image that can be shown'

const jpeg = () => picture(300, 200).jpeg().toBuffer()
const png = () => picture(300, 200).png().toBuffer()
const webp = () => picture(300, 200).webp().toBuffer()
const half = (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)

test.each<[string, () => Promise<Uint8Array | string> | Uint8Array | string, string]>([
  ['cut.jpg', async () => half(await jpeg()), DAMAGED],
  ['cut.png', async () => half(await png()), DAMAGED],
  ['cut.webp', async () => half(await webp()), DAMAGED],
  ['cut.avif', async () => half(await picture(300, 200).avif().toBuffer()), DAMAGED],
  ['head.png', async () => (await png()).subarray(0, 8), DAMAGED],
  ['lie.png', async () => claimSize(await png(), 3_000, 2_000), DAMAGED],
  ['lie.webp', async () => claimWebpSize(await webp(), 3_000, 2_000), DAMAGED],
  ['higher.jpg', async () => claimJpegSize(await jpeg(), 300, 216), DAMAGED],
  ['wider.jpg', async () => claimJpegSize(await jpeg(), 600, 200), DAMAGED],
  ['largest.jpg', async () => claimJpegSize(await jpeg(), 10_000, 9_900), DAMAGED],
  [
    'progressive.jpg',
    async () =>
      claimJpegSize(await picture(300, 200).jpeg({ progressive: true }).toBuffer(), 300, 400),
    DAMAGED,
  ],
  [
    'bomb.jpg',
    async () => claimJpegSize(await jpeg(), 50_000, 50_000),
    'claims 50000 × 50000 pixels, more than the site shows',
  ],
  ['none.png', async () => claimSize(await png(), 0, 200), DAMAGED],
  [
    'bomb.png',
    async () => claimSize(await png(), 50_000, 50_000),
    'claims 50000 × 50000 pixels, more than the site shows',
  ],
  ['named.png', jpeg, 'is a JPEG by its content, but isn’t named like one'],
  ['named.jpg', png, 'is a PNG by its content, but isn’t named like one'],
  ['page.jpg', () => '<!doctype html><script>alert(1)</script>', NONE],
  ['drawing.png', () => SVG, NONE],
  ['drawing.jpg', () => `<?xml version="1.0"?>${SVG}`, NONE],
  ['paper.jpg', () => '%PDF-1.7\n1 0 obj', NONE],
  ['program.gif', () => 'GIF=1;alert(1)', NONE],
  ['sound.webp', () => 'RIFF\x10\0\0\0WAVEfmt ', NONE],
  ['film.avif', () => '\0\0\0\x18ftypmp42\0\0\0\0isommp42', NONE],
  ['empty.jpg', () => '', NONE],
])('%s is refused with its reason', async (name, make, problem) => {
  const measured = await measureImage(write(name, await make()))
  expect(measured).toMatchObject({ ok: false, fault: { severity: 'error', problem } })
  expect(!measured.ok && measured.fault.fix).toMatch(/^(?:save it|rename it)/)
})

test('a pointer of Git LFS is named as what it is, with the command that fetches the picture', async () => {
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 12345\n`
  expect(await measureImage(write('wall.jpg', pointer))).toEqual({
    ok: false,
    fault: {
      severity: 'error',
      problem: 'is a pointer of Git LFS, not the picture',
      fix: 'run git lfs pull in the content folder, on the server too',
    },
  })
})

test('a bomb of many small pictures is refused by their total size', async () => {
  const frame = await sharp({
    create: { width: 2_000, height: 2_000, channels: 3, background: '#000' },
  })
    .png()
    .toBuffer()
  const frames = Array.from({ length: 14 }, () => frame)
  const gif = await sharp(frames, { join: { animated: true } })
    .gif({ keepDuplicateFrames: true, effort: 1 })
    .toBuffer()
  expect(gif.length).toBeLessThan(1_000_000)
  expect(await measureImage(write('bomb.gif', gif))).toMatchObject({
    ok: false,
    fault: { problem: 'claims 2000 × 2000 pixels in 14 pictures, more than the site shows' },
  })
})

test('a JPEG that decoders warn about and every browser shows is shown', async () => {
  const sound = await jpeg()
  // Padding between two of its segments.
  const padded = Buffer.concat([sound.subarray(0, 20), Buffer.alloc(5), sound.subarray(20)])
  await expect(sharp(padded, { failOn: 'warning' }).raw().toBuffer()).rejects.toThrow('extraneous')
  expect(await measureImage(write('padded.jpg', padded))).toMatchObject({ ok: true })
})

test('a valid image is measured as it is shown: upright', async () => {
  const lying = await picture(300, 200).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  expect(await measureImage(write('upright.jpg', lying))).toEqual({
    ok: true,
    image: { width: 200, height: 300, type: 'image/jpeg', isStill: true },
  })
})

test.each([
  ['jpeg', 'jpg'],
  ['png', 'png'],
  ['webp', 'webp'],
  ['avif', 'avif'],
] as const)('readers get only the pixels of a %s, whole or smaller', async (kind, ending) => {
  const told = await picture(300, 200)
    .withExif(WHERE)
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">secret-xmp</x:xmpmeta>')
    .toFormat(kind)
    .toBuffer()
  const hung = Buffer.concat([told, Buffer.from('<script>hung-on</script>PK\x05\x06')])
  const file = write(`told.${ending}`, hung)
  expect((await sharp(file).metadata()).exif).toBeDefined()
  const order = { path: file, hash: await hashImage(file), isStill: true, pixels: 60_000 }
  for (const how of [{ kind }, { kind, width: 120 }, { kind: 'avif', width: 120 } as const]) {
    const drawn = await drawVariant({ ...order, ...how })
    if (drawn === undefined) throw new Error('not drawn')
    const { exif, xmp, iptc, icc, width, height } = await sharp(drawn).metadata()
    expect({ exif, xmp, iptc, icc }).toEqual({})
    expect([width, height]).toEqual('width' in how ? [120, 80] : [300, 200])
    for (const secret of ['secret', 'GPS', 'hung-on', 'Exif']) {
      expect(drawn.includes(secret)).toBe(false)
    }
  }
})

test('a picture rotated by its EXIF is drawn upright', async () => {
  const lying = await picture(300, 200).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  const file = write('turned.jpg', lying)
  const order = {
    path: file,
    hash: await hashImage(file),
    kind: 'jpeg',
    isStill: true,
    pixels: 60_000,
  } as const
  const { width, height, orientation } = await sharp(await drawVariant(order)).metadata()
  expect([width, height, orientation]).toEqual([200, 300, undefined])
})

test('an animation stays one, and loses its comments', async () => {
  const frames = await Promise.all(
    [40, 50].map((n) => picture(n, 40).resize(40, 40).png().toBuffer()),
  )
  const moving = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer()
  const file = write('moving.gif', moving)
  expect(await measureImage(file)).toMatchObject({
    ok: true,
    image: { isStill: false, height: 40 },
  })
  const order = {
    path: file,
    hash: await hashImage(file),
    kind: 'gif',
    isStill: false,
    pixels: 60_000,
  } as const
  expect((await sharp(await drawVariant(order)).metadata()).pages).toBe(2)
})

test('a file that now holds another picture is not drawn under the old one’s address', async () => {
  const file = write('other.png', await png())
  const order = {
    path: file,
    hash: await hashImage(file),
    kind: 'png',
    isStill: true,
    pixels: 60_000,
  } as const
  write('other.png', await picture(10, 10).png().toBuffer())
  expect(await drawVariant(order)).toBeUndefined()
})
