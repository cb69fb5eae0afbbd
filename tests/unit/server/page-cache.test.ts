import { expect, test } from 'vitest'
import { Representation } from '@/lib/server/front/representation'
import { type Page, PageCache } from '@/lib/server/pages/page-cache'

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

/** A cache over a render that counts; `render` may be replaced at any time. */
function setUp(
  options: { maxBytes?: number; freshWaitMs?: number; onImprovable?: (page: Page) => void } = {},
) {
  const warnings: string[] = []
  const world = {
    renders: 0,
    now: new Date('2025-06-28T00:00:00Z'),
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
    log: { warn: (_details, message) => warnings.push(message) },
  })
  return { cache, world }
}

/** A promise and the way to settle it. */
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

test('A change of a tag the page carries makes the next reader get a new one, another tag does not', async () => {
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
  world.now = new Date(world.now.getTime() + 1_000)
  world.render = async () => pageOf('new')
  expect(await textOf(await cache.get('/'))).toBe('new')
})

test('A failure with no old page is the reader’s to see, and is not remembered', async () => {
  const { cache, world } = setUp()
  world.render = async () => {
    throw new Error('broken')
  }
  await expect(cache.get('/')).rejects.toThrow('broken')
  world.render = async () => pageOf('fine')
  expect(await textOf(await cache.get('/'))).toBe('fine')
})

test('A slow render is finished behind the reader’s back: the old page goes out, then the new one', async () => {
  const { cache, world } = setUp({ freshWaitMs: 1 })
  world.render = async () => pageOf('old')
  await cache.get('/')
  cache.invalidate(['all'])
  const { open, opened } = gate()
  world.render = async () => {
    await opened
    return pageOf('new')
  }
  expect(await textOf(await cache.get('/'))).toBe('old')
  open()
  await expect.poll(() => cache.find('/')).toBeDefined()
  expect(await textOf(await cache.get('/'))).toBe('new')
  expect(world.renders).toBe(2)
})

test('A page that shows what was taken back goes out to nobody, however slow or broken the new one is', async () => {
  const { cache, world } = setUp({ freshWaitMs: 1 })
  world.render = async (key) => pageOf(`old ${key}`, { tags: [`article:${key}`] })
  for (const key of ['a', 'b', 'c']) await cache.get(key)
  cache.invalidate(['article:a', 'article:b', 'gone'])
  const { open, opened } = gate()
  world.render = async () => {
    await opened
    return pageOf('new')
  }
  const waiting = cache.get('a')
  setTimeout(open, 20)
  expect(await textOf(await waiting)).toBe('new')
  world.render = () => Promise.reject(new Error('broken'))
  await expect(cache.get('b')).rejects.toThrow('broken')
  expect(cache.find('c')).toBeDefined()
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

test('A page that changes during every render is handed out, but not as fresh', async () => {
  const { cache, world } = setUp()
  world.render = async () => {
    cache.invalidate(['all'])
    return pageOf(`v${world.renders}`)
  }
  expect(await textOf(await cache.get('/'))).toBe('v3')
  expect(cache.find('/')).toBeUndefined()
})

test('What is for one reader only is not kept', async () => {
  const { cache, world } = setUp()
  world.render = async () => pageOf('x', { keep: false })
  await cache.get('/preview')
  await cache.get('/preview')
  expect(world.renders).toBe(2)
  expect(cache.figures).toMatchObject({ pages: 0, missing: 0 })
})

test('Pages are kept within their bytes; the longest unread go first', async () => {
  const { cache, world } = setUp({ maxBytes: 50_000 })
  world.render = async () => pageOf('x', { bytes: 8_000 })
  for (const key of ['/1', '/2', '/3', '/4']) await cache.get(key)
  await cache.get('/1')
  await cache.get('/5')
  expect(cache.find('/1')).toBeDefined()
  expect(cache.find('/2')).toBeUndefined()
  expect(cache.figures.bytes).toBeLessThanOrEqual(50_000)
})

test('Invented addresses fill a small place of their own and push no page out', async () => {
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

test('A page is offered for improvement once its quick brotli is there, however late that is', async () => {
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
