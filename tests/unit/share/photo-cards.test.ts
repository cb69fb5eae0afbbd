import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { findArticle } from '@/lib/archive/read/articles'
import { readSite } from '@/lib/archive/read/pages'
import { articleMetadata } from '@/lib/share/article-metadata'
import { drawPhotoCard } from '@/lib/share/cards/draw-photo-card'
import { findPhoto } from '@/lib/share/cards/find-photo'
import { readShareCard, type Shared } from '@/lib/share/cards/read-share-card'
import { articleJsonLd } from '@/lib/share/json-ld'
import { contextOf, SITE_URL } from './context-of'

/** Red at the top, blue below: this shows what a crop kept. */
async function tallPicture() {
  const half = { width: 900, height: 900, channels: 3 as const }
  const red = await sharp({ create: { ...half, background: '#d00' } })
    .png()
    .toBuffer()
  const whole = { ...half, height: 1_800, background: '#00d' }
  return sharp({ create: whole })
    .composite([{ input: red, top: 0, left: 0 }])
    .jpeg()
    .toBuffer()
}

async function storyWith(image: string) {
  const files = { 'media/tall.jpg': await tallPicture() }
  const context = await contextOf({ a: { head: `image: ${image}` } }, { files })
  const found = findArticle('a', context.now, context.archive)
  if (found?.state !== 'live') throw new Error('The article is not there')
  const { article, summary } = found
  const site = readSite(context.archive)
  const photo = findPhoto(article, context.archive)
  const { standfirst } = summary
  const described = { article, site, siteUrl: SITE_URL, old: false, photo, changed: undefined }
  return { context, described, standfirst }
}

const IMAGE = '{ src: media/tall.jpg, alt: A wall'

async function draw(of: Shared, context: Awaited<ReturnType<typeof contextOf>>) {
  const found = readShareCard(of, context)
  if (!found || !('photo' in found.card)) throw new Error('No photograph')
  const drawn = sharp(await drawPhotoCard(found.card))
  const { width, height, format } = await drawn.metadata()
  const { data, info } = await drawn.raw().toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number) => {
    const place = (y * info.width + x) * info.channels
    return (data[place] ?? 0) > (data[place + 2] ?? 0) ? 'red' : 'blue'
  }
  return { path: found.path, size: `${width}x${height} ${format}`, at, data, info }
}

describe('a story with a photograph', () => {
  it('is represented by it, in the size that networks show', async () => {
    const { context, described, standfirst } = await storyWith(`${IMAGE} }`)
    const { openGraph } = articleMetadata({ ...described, standfirst })
    const [image] = openGraph.images
    expect(image).toMatchObject({ width: 1200, height: 630, alt: 'A wall' })
    expect(image?.url).toMatch(/^\/share\/a-[0-9a-f]{10}\.jpg$/)
    const { path, size } = await draw({ article: 'a' }, context)
    expect(path).toBe(image?.url)
    expect(size).toBe('1200x630 jpeg')
  })

  it('has the paper’s name along its foot', async () => {
    const { context } = await storyWith(`${IMAGE} }`)
    const { data, info } = await draw({ article: 'a' }, context)
    const foot = data.subarray(-info.width * info.channels * 80)
    const dark = [...foot].filter((value) => value < 80).length
    const light = [...foot].filter((value) => value > 240).length
    expect(dark).toBeGreaterThan(500)
    expect(light).toBeGreaterThan(dark)
  })

  it.each([
    ['', 'red'],
    [', focus: 50% 100%', 'blue'],
  ])('keeps what%s is in focus', async (focus, colour) => {
    const { context } = await storyWith(`${IMAGE}${focus} }`)
    const { at } = await draw({ article: 'a', shape: '16x9' }, context)
    expect([at(10, 250), at(450, 10)]).toEqual([colour, colour])
  })

  it('is offered to search engines in three shapes, none larger than it is', async () => {
    const { context, described } = await storyWith(`${IMAGE} }`)
    const addresses = [...articleJsonLd(described).matchAll(/[^"]+\.jpg/g)].map(
      ([address]) => new URL(address).pathname,
    )
    const drawn = await Promise.all(
      (['16x9', '4x3', '1x1'] as const).map((shape) => draw({ article: 'a', shape }, context)),
    )
    expect(drawn.map(({ path }) => path)).toEqual(addresses)
    expect(drawn.map(({ size }) => size)).toEqual([
      ...['900x506 jpeg', '900x675 jpeg', '900x900 jpeg'],
    ])
  })

  it('is represented by its headline when the file is missing', async () => {
    const { described, standfirst } = await storyWith('{ src: media/none.jpg, alt: A wall }')
    const [image] = articleMetadata({ ...described, standfirst }).openGraph.images
    expect(image?.url).toMatch(/^\/share\/a-[0-9a-f]{10}\.png$/)
  })

  it('has another address when another part of it is in focus', async () => {
    const paths = await Promise.all(
      ['', ', focus: 50% 60%'].map(async (focus) => {
        const { context } = await storyWith(`${IMAGE}${focus} }`)
        return readShareCard({ article: 'a' }, context)?.path
      }),
    )
    expect(paths[0]).not.toBe(paths[1])
  })
})
