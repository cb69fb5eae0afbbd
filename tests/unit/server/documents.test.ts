import { expect, it } from 'vitest'
import { Documents } from '@/lib/server/pages/documents'

const log = { error: () => undefined }

/** Documents of a Next that leads everything elsewhere. */
const documents = new Documents({
  render: async () => ({
    ...{ status: 308, location: '/articles/new', type: 'text/plain', body: Buffer.from('') },
    ...{ prerendered: false, setsCookie: false },
  }),
  notFound: () => Promise.reject(new Error('Nothing is missing here')),
  ...{
    modulePath: undefined,
    sheets: new Map(),
    speculationRulesPath: '/s',
    siteUrl: 'https://p.example',
    dev: false,
    now: () => new Date('2026-03-02T09:30:00Z'),
    log,
  },
})

it.each([
  ['/articles/old', true],
  ['/tags/old', false],
])(
  'tells caches whether the way on from %s hangs on what a client accepts',
  async (path, hangs) => {
    const { representation } = await documents.page(path, true)
    const { headers } = await representation.variant('identity')
    const vary = headers.filter((_, i) => headers[i - 1] === 'Vary')
    expect(vary.includes('Accept')).toBe(hangs)
    expect(representation.status).toBe(308)
  },
)
