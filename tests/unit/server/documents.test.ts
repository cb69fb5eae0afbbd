import { expect, it } from 'vitest'
import { reportBusy } from '@/lib/running/report'
import { Documents } from '@/lib/server/pages/documents'
import { wordsOf } from '@/lib/words/words'

const log = { error: () => undefined }

const options = {
  notFound: () => Promise.reject(new Error('Nothing is missing here')),
  modulePath: undefined,
  sheets: new Map(),
  classNames: new Map(),
  speculationRulesPath: '/s',
  siteUrl: 'https://p.example',
  paper: () => ({ lang: 'ar' }),
  dev: false,
  now: () => new Date('2026-03-02T09:30:00Z'),
  log,
}

/** Documents with a Next that redirects every address. */
const documents = new Documents({
  ...options,
  render: async () => ({
    ...{ status: 308, location: '/articles/new', type: 'text/plain', body: Buffer.from('') },
    ...{ prerendered: false, setsCookie: false },
  }),
})

it('asks readers in a crowd to come back, and caches to keep nothing of it', async () => {
  const busy = new Documents({
    ...options,
    render: async () => {
      reportBusy()
      return {
        ...{ status: 200, location: undefined, type: 'text/html; charset=utf-8' },
        ...{ prerendered: false, setsCookie: false, body: Buffer.from('<!DOCTYPE html><p>Who?') },
      }
    },
  })
  const { representation, keep } = await busy.page('/ask?q=Who%3F', true)
  const { headers, body } = await representation.variant('identity')
  const header = (name: string) => headers[headers.indexOf(name) + 1]
  expect([representation.status, keep]).toEqual([503, false])
  expect(header('Retry-After')).toBe('2')
  expect(header('Cache-Control')).toBe('private, no-store')
  expect(String(body)).toContain('Who?')
})

it.each([
  ['/articles/old', true],
  ['/tags/old', false],
])('tells caches whether the redirect from %s varies by Accept', async (path, hangs) => {
  const { representation } = await documents.page(path, true)
  const { headers } = await representation.variant('identity')
  const vary = headers.filter((_, i) => headers[i - 1] === 'Vary')
  expect(vary.includes('Accept')).toBe(hangs)
  expect(representation.status).toBe(308)
})

it('says in the site’s language that not even the page of an error can be rendered', async () => {
  const broken = new Documents({ ...options, render: () => Promise.reject(new Error('Broken')) })
  const { representation } = await broken.failure()
  const { body } = await representation.variant('identity')
  expect(representation.status).toBe(500)
  expect(String(body)).toContain('<html lang="ar" dir="rtl">')
  expect(String(body)).toContain(wordsOf({ lang: 'ar' }).failure.text)
})
