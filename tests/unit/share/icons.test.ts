import sharp from 'sharp'
import { expect, it, vi } from 'vitest'
import { type EndpointReply, matchEndpoints } from '@/lib/http/endpoint'
import { collectReads } from '@/lib/server/pages/collect-reads'
import { drawShareCard } from '@/lib/share/cards/draw-share-card'
import { iconEndpoints } from '@/lib/share/cards/find-icons'
import { readShareCard } from '@/lib/share/cards/read-share-card'
import type { ShareContext } from '@/lib/share/read-context'
import { contextOf } from './context-of'

const SITE = 'name: Paper\ndescription: News.\nlang: en\ntimeZone: UTC\n'
const BLUE = '#0b3d91'
const warn = vi.fn()

const blue = () =>
  sharp({ create: { width: 600, height: 400, channels: 3, background: BLUE } })
    .png()
    .toBuffer()

async function paperOf(site: string) {
  const files = { 'site.yaml': SITE + site, 'media/icon.png': await blue() }
  return contextOf({ a: { title: 'A wall', head: 'section: World' } }, { files })
}

function ask(context: ShareContext, pathname: string) {
  const [match] = matchEndpoints(
    iconEndpoints(() => context, { warn }),
    pathname,
  )
  if (match === undefined) throw new Error(`Nothing answers ${pathname}`)
  const asked = { method: 'GET', pathname, params: {}, query: new URLSearchParams(), headers: {} }
  return collectReads<EndpointReply>(async () =>
    match.endpoint.handle({ ...asked, body: Buffer.alloc(0), client: '' }),
  )
}

/** Whether any pixel is close to this colour. */
async function holds(image: Buffer, colour: string): Promise<boolean> {
  const { data, info } = await sharp(image).raw().toBuffer({ resolveWithObject: true })
  const wanted = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  for (let at = 0; at < data.length; at += info.channels) {
    if (wanted.every((part, i) => Math.abs(part - (data[at + i] ?? 0)) < 8)) return true
  }
  return false
}

it.each([
  ['/icon-512.png', 512, 512],
  ['/icon-192.png', 192, 192],
  ['/apple-touch-icon.png', 180, 180],
  ['/share-plain.png', 1200, 630],
])('draws the icon of site.yaml at %s', async (path, width, height) => {
  const [reply, reads] = await ask(await paperOf('icon: media/icon.png\n'), path)
  const body = Buffer.from(reply.body ?? '')
  expect(reply).toMatchObject({ status: 200, type: 'image/png' })
  expect(await sharp(body).metadata()).toMatchObject({ width, height, format: 'png' })
  expect(await holds(body, BLUE)).toBe(true)
  expect([...reads.tags].join(' ')).toContain('icon.png')
})

it('wraps it as a favicon', async () => {
  const [reply] = await ask(await paperOf('icon: media/icon.png\n'), '/favicon.ico')
  const body = Buffer.from(reply.body ?? '')
  expect(reply.type).toBe('image/x-icon')
  expect(body.readUInt32LE(14)).toBe(body.length - body.readUInt32LE(18))
  const png = body.subarray(body.readUInt32LE(18))
  expect(await sharp(png).metadata()).toMatchObject({ width: 32, height: 32 })
  expect(await holds(png, BLUE)).toBe(true)
})

it.each([
  ['names none', ''],
  ['names one that is missing', 'icon: media/none.png\n'],
])('shows the default where site.yaml %s', async (_, site) => {
  const context = await paperOf(site)
  expect((await ask(context, '/favicon.ico'))[0]).toEqual({ status: 200, isFile: true })
})

it('draws cards in the colour of the paper, at another address', async () => {
  const [house, own] = await Promise.all(
    ['', `accent: "${BLUE}"\n`].map(async (site) => {
      const found = readShareCard({ article: 'a' }, await paperOf(site))
      if (found === undefined || 'photo' in found.card) throw new Error('No card')
      return { path: found.path, isBlue: await holds(await drawShareCard(found.card), BLUE) }
    }),
  )
  expect([house?.isBlue, own?.isBlue]).toEqual([false, true])
  expect(own?.path).not.toBe(house?.path)
})
