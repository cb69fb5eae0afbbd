import { beforeEach, expect, it, vi } from 'vitest'
import { type EndpointReply, matchEndpoints } from '@/lib/http/endpoint'
import { MOST_WAITING } from '@/lib/images/drawing-queue'
import { collectReads } from '@/lib/server/pages/collect-reads'
import { drawShareCard } from '@/lib/share/cards/draw-share-card'
import { shareImageEndpoints } from '@/lib/share/cards/endpoints'
import { readShareCard } from '@/lib/share/cards/read-share-card'
import type { ShareContext } from '@/lib/share/read-context'
import { contextOf, UNPUBLISHED } from './context-of'

vi.mock('@/lib/share/cards/draw-share-card', () => ({ drawShareCard: vi.fn() }))
const draw = vi.mocked(drawShareCard)
beforeEach(() => draw.mockReset().mockResolvedValue(Buffer.from('an image')))

const warn = vi.fn()

async function ask(context: ShareContext, pathname: string) {
  const endpoints = shareImageEndpoints(() => context, { warn })
  const [match] = matchEndpoints(endpoints, pathname)
  if (match === undefined) throw new Error(`Nothing answers ${pathname}`)
  const request = {
    method: 'GET',
    pathname,
    params: match.params,
    query: new URLSearchParams(),
    headers: {},
    body: Buffer.alloc(0),
    client: '',
  }
  return collectReads<EndpointReply>(async () => match.endpoint.handle(request))
}

const ANY = '0123456789'

it.each([
  ['an article', { article: 'a' }, '/share/a-'],
  ['a tag', { list: { kind: 'tag', slug: 'tea' } as const }, '/share/tags/tea-'],
  ['a source', { list: { kind: 'source', slug: 'wire' } as const }, '/share/sources/wire-'],
  ['an author', { list: { kind: 'author', slug: 'ann' } as const }, '/share/authors/ann-'],
  ['a section', { list: { kind: 'section', slug: 'world' } as const }, '/share/sections/world-'],
  ['the site', {}, '/share/site/'],
])(
  'draws %s at the address with the drawing’s version, and redirects other versions there',
  async (_, of, prefix) => {
    const head = 'tags: [Tea]\nsource: { name: Wire }\nauthors: [Ann]\nsection: World'
    const context = await contextOf({ a: { head } })
    const path = readShareCard(of, context)?.path ?? ''
    expect(path).toMatch(new RegExp(`^${prefix}[0-9a-f]{10}\\.png$`))
    const [image, reads] = await ask(context, path)
    expect(image).toMatchObject({ status: 200, type: 'image/png', body: Buffer.from('an image') })
    expect(reads.isPrivate).toBe(false)
    const [other, kept] = await ask(context, `${prefix}${ANY}.png`)
    expect(other).toMatchObject({ status: 302, headers: { Location: path } })
    expect(kept.isPrivate).toBe(true)
  },
)

it.each([...Object.keys(UNPUBLISHED), 'nothing'])('has no image of %s', async (slug) => {
  const context = await contextOf(UNPUBLISHED)
  expect((await ask(context, `/share/${slug}-${ANY}.png`))[0]).toEqual({ status: 404 })
  expect((await ask(context, `/share/tags/unseen-${ANY}.png`))[0]).toEqual({ status: 404 })
  expect(draw).not.toHaveBeenCalled()
})

it('redirects from the image of a former address to that of the current one', async () => {
  const context = await contextOf({ b: { head: 'aliases: [a]' } })
  const [reply] = await ask(context, `/share/a-${ANY}.png`)
  expect(reply.headers?.Location).toBe(readShareCard({ article: 'b' }, context)?.path)
})

it('has another address when the headline changes, and when the story becomes old', async () => {
  const pathOf = async (title: string, now?: string) => {
    const context = await contextOf({ a: { title } })
    const at = now === undefined ? context : { ...context, now: new Date(now) }
    return readShareCard({ article: 'a' }, at)?.path
  }
  const paths = [await pathOf('One'), await pathOf('Two'), await pathOf('One', '2026-07-01')]
  expect(new Set(paths).size).toBe(3)
  expect(await pathOf('One')).toBe(paths[0])
})

it('shows the plain image when one cannot be drawn, and lets nobody cache that', async () => {
  draw.mockRejectedValueOnce(new Error('no font'))
  const context = await contextOf({ a: {} })
  const path = readShareCard({ article: 'a' }, context)?.path ?? ''
  const [reply, reads] = await ask(context, path)
  expect(reply).toMatchObject({ status: 302, headers: { Location: '/share-plain.png' } })
  expect(reads.isPrivate).toBe(true)
  expect(warn).toHaveBeenCalledOnce()
  expect((await ask(context, path))[0].status).toBe(200)
})

it('draws one at a time, and refuses requests that would wait too long', async () => {
  let drawing = 0
  let most = 0
  draw.mockImplementation(async () => {
    most = Math.max(most, ++drawing)
    await new Promise((resolve) => setTimeout(resolve, 1))
    drawing--
    return Buffer.from('an image')
  })
  const context = await contextOf({ a: {} })
  const path = readShareCard({ article: 'a' }, context)?.path ?? ''
  const replies = await Promise.all(
    Array.from({ length: MOST_WAITING + 21 }, () => ask(context, path)),
  )
  expect(most).toBe(1)
  const statuses = replies.map(([{ status }]) => status)
  expect(statuses.filter((status) => status === 200)).toHaveLength(MOST_WAITING + 1)
  expect(statuses.filter((status) => status === 302)).toHaveLength(20)
})
