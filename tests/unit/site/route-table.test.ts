import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { firstName, isShared, queryOf, RESERVED_SLUGS } from '@/lib/site/route-table'

const root = path.resolve(import.meta.dirname, '../../..')
const pages = readdirSync(path.join(root, 'app'), { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'page.tsx')
  .map((file) => ({
    address: `/${path.dirname(file)}`.replace('/.', '/'),
    text: readFileSync(path.join(root, 'app', file), 'utf8'),
  }))

/** Only the server requests these; plain pages are at the top level. */
const INTERNAL = /^\/(?:views|errors|\[slug\])/

test.each(pages.filter(({ address }) => !INTERNAL.test(address) && address !== '/'))(
  'no plain page can be hidden by $address',
  ({ address }) => {
    // Our own pages may be below a plain page, as /about/ai is below /about.
    if (address.startsWith('/about/')) return
    expect(RESERVED_SLUGS).toContain(firstName(address))
  },
)

test('no plain page can be hidden by an address that lib/site/routes makes', () => {
  const text = readFileSync(path.join(root, 'lib/site/routes.ts'), 'utf8')
  const made = [...text.matchAll(/[`'](\/[a-z][\w.-]*)/g)].map((match) => match[1] ?? '')
  expect(made.length).toBeGreaterThan(30)
  // The sitemap's parts end in .xml, and no plain page does.
  const free = made.filter((address) => !RESERVED_SLUGS.has(firstName(address)))
  expect(free.filter((address) => !address.startsWith('/sitemap-'))).toEqual(['/about'])
})

test.each(
  pages.filter(({ address, text }) => /searchParams/.test(text) && !INTERNAL.test(address)),
)('the query that $address reads reaches it', ({ address }) => {
  expect(queryOf(address.replace(/\[(\w+)\]/g, '$1'))).toBeDefined()
})

test.each(['/tags/nato', '/sources/jiji', '/authors/ann', '/sections/city'])(
  'the pages of %s have numbers',
  (address) => {
    expect(queryOf(address)?.page?.test('2')).toBe(true)
  },
)

test('a page that depends on a question is cached for nobody', () => {
  expect(['/search', '/ask', '/report', '/oembed'].filter(isShared)).toEqual([])
  expect(['/', '/articles/nato', '/tags'].filter((address) => !isShared(address))).toEqual([])
})
