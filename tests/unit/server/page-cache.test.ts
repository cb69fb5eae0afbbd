import { afterEach, expect, test, vi } from 'vitest'
import { Representation } from '@/lib/server/front/representation'
import type { Page } from '@/lib/server/pages/kept-pages'
import { PageCache } from '@/lib/server/pages/page-cache'

type Say = { status?: number; tags?: string[]; validUntil?: Date; keep?: boolean; bytes?: number }

const pageOf = (
  text: string,
  { status = 200, tags = [], validUntil, keep = true, bytes = 0 }: Say = {},
): Page => ({
  representation: new Representation({
    status,
    type: 'text/html',
    body: Buffer.concat([Buffer.from(text), Buffer.alloc(bytes)]),
    headers: [],
  }),
  tags: ['all', ...tags],
  validUntil,
  keep,
})

const textOf = async (page: Page) => (await page.representation.variant('identity')).body.toString()

/** A cache with a render that counts its calls; `render` may be replaced at any time. */
function setUp(
  options: { maxBytes?: number; giveUpMs?: number; onImprovable?: (page: Page) => void } = {},
) {
  const warnings: string[] = []
  const world = {
    renders: 0,
    now: new Date('2025-06-28T00:00:00Z'),
    elapsed: 0,
    warnings,
    render: async (_key: string): Promise<Page> => pageOf(`render ${world.renders}`),
  }
  const cache = new PageCache({
    ...options,
    render: (key) => {
      world.renders++
      return world.render(key)
    },
    now: () => world.now,
    elapsed: () => world.elapsed,
    log: { warn: (_details, message) => warnings.push(message) },
  })
  return { cache, world }
}

afterEach(() => {
  vi.useRealTimers()
})

/** A promise and the function that settles it. */
function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

test('A hundred readers who come at once cause one render', async () => {
  const { cache, world } = setUp()
  await Promise.all(Array.from({ length: 100 }, () => cache.get('/')))
  await cache.get('/')
  expect(world.renders).toBe(1)
})

test('A change of a tag that the page carries gives the next reader a new page, a change of another tag does not', async () => {
  const { cache, world } = setUp()
  world.render = async () => pageOf(`v${world.renders}`, { tags: ['article:nato'] })
  await cache.get('/articles/nato')
  cache.invalidate(['article:other'])
  expect(cache.find('/articles/nato')).toBeDefined()
  cache.invalidate(['article:nato'])
  expect(cache.find('/articles/nato')).toBeUndefined()
  expect(await textOf(await cache.get('/articles/nato'))).toBe('v2')
  expect(cache.find('/articles/nato')).toBeDefined()
})

test('A page is right until its valid-until, and no longer', async () => {
  const { cache, world } = setUp()
  world.render = async () => pageOf('x', { validUntil: new Date('2025-06-28T00:00:10Z') })
  await cache.get('/')
  world.now = new Date('2025-06-28T00:00:09Z')
  expect(cache.find('/')).toBeDefined()
  world.now = new Date('2025-06-28T00:00:10Z')
  expect(cache.find('/')).toBeUndefined()
})

test('If the new render fails, the old page stays, with a warning, and the next try waits a second', async () => {
  const { cache, world } = setUp()
  world.render = async () => pageOf('old')
  await cache.get('/')
  cache.invalidate(['all'])
  world.render = async () => {
    throw new Error('broken')
  }
  expect(await textOf(await cache.get('/'))).toBe('old')
  expect(await textOf(await cache.get('/'))).toBe('old')
  expect(world.renders).toBe(2)
  expect(world.warnings).toHaveLength(1)
  world.elapsed += 1_000
  world.render = async () => pageOf('new')
  expect(await textOf(await cache.get('/'))).toBe('new')
})

test('A failure with no old page reaches the reader, and is not remembered', async () => {
  const { cache, world } = setUp()
  world.render = async () => {
    throw new Error('broken')
  }
  await expect(cache.get('/')).rejects.toThrow('broken')
  world.render = async () => pageOf('fine')
  expect(await textOf(await cache.get('/'))).toBe('fine')
})

/** Renders wait until `open` is called. */
function slowRender(world: ReturnType<typeof setUp>['world'], text: string) {
  const { open, opened } = gate()
  world.render = async () => {
    await opened
    return pageOf(text)
  }
  return { open }
}

/** The state of a request after half a minute. */
async function afterAWhile(asked: Promise<Page>): Promise<string> {
  let text = 'still waiting'
  void asked.then(async (page) => {
    text = await textOf(page)
  })
  await vi.advanceTimersByTimeAsync(30_000)
  return text
}

test.each([
  ['page', pageOf('old')],
  ['404', pageOf('not here', { status: 404 })],
  ['redirect', { ...pageOf('elsewhere', { status: 308 }), location: '/elsewhere' }],
])('After a change nobody gets the old %s, however long the new page takes', async (_, old) => {
  vi.useFakeTimers()
  const { cache, world } = setUp()
  world.render = async () => old
  await cache.get('/')
  cache.invalidate(['all'])
  const { open } = slowRender(world, 'new')
  const asked = [cache.get('/'), cache.get('/')] as const
  expect(await afterAWhile(asked[0])).toBe('still waiting')
  open()
  for (const page of asked) expect(await textOf(await page)).toBe('new')
  expect(world.renders).toBe(2)
})

test('Readers also wait for a page that is no longer right by the clock', async () => {
  vi.useFakeTimers()
  const { cache, world } = setUp()
  world.render = async () => pageOf('old', { validUntil: new Date('2025-06-28T00:00:10Z') })
  await cache.get('/')
  world.now = new Date('2025-06-28T00:00:10Z')
  const { open } = slowRender(world, 'new')
  const asked = cache.get('/')
  expect(await afterAWhile(asked)).toBe('still waiting')
  open()
  expect(await textOf(await asked)).toBe('new')
})

test('A 404 never replaces a page that fails', async () => {
  const { cache, world } = setUp()
  world.render = async () => pageOf('not here', { status: 404 })
  await cache.get('/articles/new')
  cache.invalidate(['all'])
  world.render = () => Promise.reject(new Error('broken'))
  await expect(cache.get('/articles/new')).rejects.toThrow('broken')
})

test('After a change a page that failed is tried again at once', async () => {
  const { cache, world } = setUp()
  world.render = async () => pageOf('old')
  await cache.get('/')
  cache.invalidate(['all'])
  world.render = () => Promise.reject(new Error('broken'))
  expect(await textOf(await cache.get('/'))).toBe('old')
  cache.invalidate(['all'])
  world.render = async () => pageOf('new')
  expect(await textOf(await cache.get('/'))).toBe('new')
})

test('A reader who comes after a change that a failing render may have missed gets another render', async () => {
  const { cache, world } = setUp()
  world.render = async () => pageOf('old')
  await cache.get('/')
  cache.invalidate(['all'])
  const { open, opened } = gate()
  const reading = gate()
  world.render = async () => {
    reading.open()
    await opened
    throw new Error('broken')
  }
  const early = cache.get('/')
  await reading.opened
  cache.invalidate(['all'])
  const late = cache.get('/')
  world.render = async () => pageOf('new')
  open()
  expect(await textOf(await early)).toBe('old')
  expect(await textOf(await late)).toBe('new')
})

test('A render that never ends counts as one that failed', async () => {
  const { cache, world } = setUp({ giveUpMs: 20 })
  world.render = async () => pageOf('old')
  await cache.get('/')
  cache.invalidate(['all'])
  const stuck = slowRender(world, 'too late')
  expect(await textOf(await cache.get('/'))).toBe('old')
  expect(world.warnings).toHaveLength(1)
  stuck.open()
  world.elapsed += 1_000
  world.render = async () => pageOf('new')
  expect(await textOf(await cache.get('/'))).toBe('new')
  expect(await textOf(await cache.get('/'))).toBe('new')
})

test('Nobody gets a page that shows a withdrawn article, however slow or broken the new one is', async () => {
  const { cache, world } = setUp()
  world.render = async (key) => pageOf(`old ${key}`, { tags: [`article:${key}`] })
  for (const key of ['a', 'b', 'c']) await cache.get(key)
  cache.invalidate(['article:a', 'article:b', 'gone'])
  const { open } = slowRender(world, 'new')
  const waiting = cache.get('a')
  setTimeout(open, 20)
  expect(await textOf(await waiting)).toBe('new')
  world.render = () => Promise.reject(new Error('broken'))
  await expect(cache.get('b')).rejects.toThrow('broken')
  expect(cache.find('c')).toBeDefined()
})

test('Nobody gets an article withdrawn during a render of its page, even if that render fails', async () => {
  const { cache, world } = setUp()
  world.render = async () => pageOf('old')
  await cache.get('/')
  cache.invalidate(['all'])
  const { open, opened } = gate()
  world.render = async () => {
    await opened
    throw new Error('broken')
  }
  const asked = cache.get('/')
  cache.invalidate(['all', 'gone'])
  open()
  await expect(asked).rejects.toThrow('broken')
})

test('A change announced while a page renders never leaves the old bytes as fresh', async () => {
  const { cache, world } = setUp()
  const { open, opened } = gate()
  const reading = gate()
  world.render = async () => {
    const read = `v${world.renders}`
    reading.open()
    if (world.renders === 1) await opened
    return pageOf(read, { tags: ['article:nato'] })
  }
  const asked = cache.get('/articles/nato')
  await reading.opened
  cache.invalidate(['article:nato'])
  open()
  expect(await textOf(await asked)).toBe('v2')
  expect(cache.find('/articles/nato')).toBeDefined()
})

test('A change announced just when a page is ready never leaves it as fresh', async () => {
  for (let turns = 0; turns < 20; turns++) {
    const { cache, world } = setUp()
    let data = 'old'
    world.render = async () => pageOf(data)
    const asked = cache.get('/')
    for (let turn = 0; turn < turns; turn++) await undefined
    data = 'new'
    cache.invalidate(['all'])
    await asked
    expect(await textOf(await cache.get('/')), `after ${turns} turns`).toBe('new')
  }
})

test('A page that changes during every render goes to those who asked before, and is not cached', async () => {
  const { cache, world } = setUp()
  world.render = async () => {
    cache.invalidate(['all'])
    return pageOf(`v${world.renders}`)
  }
  expect(await textOf(await cache.get('/'))).toBe('v3')
  expect(cache.find('/')).toBeUndefined()
})

test('A reader who asks after the change that outdates the last of several renders gets the next one', async () => {
  const { cache, world } = setUp()
  const { open, opened } = gate()
  const third = gate()
  world.render = async () => {
    const text = `v${world.renders}`
    if (world.renders > 3) return pageOf(text)
    cache.invalidate(['all'])
    if (world.renders === 3) {
      third.open()
      await opened
    }
    return pageOf(text)
  }
  const early = cache.get('/')
  await third.opened
  const late = cache.get('/')
  open()
  expect(await textOf(await early)).toBe('v3')
  expect(await textOf(await late)).toBe('v4')
})

const BACK = new Date('2025-06-28T00:00:00Z')
const AHEAD = new Date('2025-06-29T00:00:00Z')

test('When the clock goes back, pages made meanwhile are made again; when that time comes round again nothing is', async () => {
  const { cache, world } = setUp()
  await cache.get('/before')
  world.now = AHEAD
  for (const key of ['/tomorrow', '/other']) await cache.get(key)
  world.now = BACK
  expect(cache.find('/before')).toBeDefined()
  for (const key of ['/tomorrow', '/other']) expect(cache.find(key)).toBeUndefined()
  expect(await textOf(await cache.get('/tomorrow'))).toBe('render 4')
  expect(cache.find('/tomorrow')).toBeDefined()
  world.now = AHEAD
  expect(cache.find('/other')).toBeDefined()
  expect(world.renders).toBe(4)
})

test('Nobody gets a page made while the clock was ahead, even if rendering fails', async () => {
  const { cache, world } = setUp()
  world.now = AHEAD
  await cache.get('/')
  world.now = BACK
  world.render = () => Promise.reject(new Error('broken'))
  await expect(cache.get('/')).rejects.toThrow('broken')
  await expect(cache.get('/')).rejects.toThrow('broken')
})

test('A failed render is tried again after a second, whatever the clock says by then', async () => {
  const { cache, world } = setUp()
  world.render = async () => pageOf('old')
  await cache.get('/')
  world.now = AHEAD
  cache.invalidate(['all'])
  world.render = () => Promise.reject(new Error('broken'))
  expect(await textOf(await cache.get('/'))).toBe('old')
  world.now = BACK
  world.elapsed += 1_000
  world.render = async () => pageOf('new')
  expect(await textOf(await cache.get('/'))).toBe('new')
})

test('A page is rendered again if the clock was set back during its render', async () => {
  const { cache, world } = setUp()
  world.now = AHEAD
  world.render = async () => {
    const text = `as of ${world.now.toISOString()}`
    world.now = BACK
    return pageOf(text)
  }
  expect(await textOf(await cache.get('/'))).toBe('as of 2025-06-28T00:00:00.000Z')
  expect(world.renders).toBe(2)
})

test('A page for one reader only is not cached', async () => {
  const { cache, world } = setUp()
  world.render = async () => pageOf('x', { keep: false })
  await cache.get('/preview')
  await cache.get('/preview')
  expect(world.renders).toBe(2)
  expect(cache.figures).toMatchObject({ pages: 0, missing: 0 })
})

test('Pages are kept within their bytes; the longest unread are dropped first', async () => {
  const { cache, world } = setUp({ maxBytes: 50_000 })
  world.render = async () => pageOf('x', { bytes: 8_000 })
  for (const key of ['/1', '/2', '/3', '/4']) await cache.get(key)
  await cache.get('/1')
  await cache.get('/5')
  expect(cache.find('/1')).toBeDefined()
  expect(cache.find('/2')).toBeUndefined()
  expect(cache.figures.bytes).toBeLessThanOrEqual(50_000)
})

test('Invented addresses have a small cache of their own and push no page out', async () => {
  const { cache, world } = setUp({ maxBytes: 50_000 })
  await cache.get('/')
  world.render = async () => pageOf('not here', { status: 404 })
  for (let i = 0; i < 1_500; i++) await cache.get(`/articles/unknown-${i}`)
  expect(cache.figures).toMatchObject({ pages: 1, missing: 1_000 })
  expect(cache.find('/')).toBeDefined()
})

test('An address that was missing shows its article once there is one', async () => {
  const { cache, world } = setUp()
  world.render = async () => pageOf('not here', { status: 404, tags: ['article:new'] })
  await cache.get('/articles/new')
  cache.invalidate(['article:new'])
  world.render = async () => pageOf('here')
  expect(await textOf(await cache.get('/articles/new'))).toBe('here')
  expect(cache.figures).toMatchObject({ pages: 1, missing: 0 })
})

test('The bytes of a variant made later are counted', async () => {
  const { cache, world } = setUp()
  world.render = async () => pageOf('a', { bytes: 5_000 })
  const page = await cache.get('/')
  const around = cache.figures.bytes - page.representation.bytes
  await page.representation.variant('gzip')
  expect(cache.figures.bytes).toBe(around + page.representation.bytes)
  expect(page.representation.bytes).toBeLessThan(1_000)
  expect(cache.find('/')).toBeDefined()
})

test('A page is offered for improvement once its quick brotli is ready, however late', async () => {
  const offered: string[] = []
  const { cache, world } = setUp({
    onImprovable: ({ representation }) => offered.push(representation.hash),
  })
  world.render = async () => pageOf('a', { bytes: 5_000 })
  const { representation } = await cache.get('/')
  await representation.variant('gzip')
  expect(offered).toEqual([])
  await representation.variant('br')
  expect(offered).toEqual([representation.hash])
  await representation.improve()
  expect(offered).toHaveLength(1)
})
