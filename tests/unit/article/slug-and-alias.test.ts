import { expect, test } from 'vitest'
import { readAlias } from '@/lib/article/alias'
import { slugFault, slugFromPath, slugify } from '@/lib/article/slug'
import { articleOf, problemsOf, withFields } from '../front-matter/parse-helpers'

test.each([
  ['NATO Summit', 'nato-summit'],
  ['  2+2 talks!  ', '2-2-talks'],
  ['日米関係', '日米関係'],
  ['Cafe\u0301', 'caf\u00e9'],
  ['प्रधानमंत्री', 'प्रधानमंत्री'],
  ['—', ''],
])('%j has the address %j', (name, slug) => {
  expect(slugify(name)).toBe(slug)
})

test.each([
  ...[
    '..',
    '.',
    '',
    'a/b',
    'a\\b',
    'a%2fb',
    'a b',
    'a?b',
    'a#b',
    '.hidden',
    'a..b',
    '-a',
    'a.md',
    'feed.xml',
    'x'.repeat(241),
  ],
  ...[
    'CON',
    'con',
    'nul.story',
    'COM1',
    'lpt9',
    'api',
    '_next',
    'API',
    'search',
    '\u202ea',
    'a\u0000',
    '\u0301a',
  ],
])('the slug %j is refused', (slug) => {
  expect(slugFault(slug)).toBeDefined()
})

test.each([
  'nato-summit',
  '日本',
  'caf\u00e9',
  'v1.2-out',
  'NATO',
  '2025',
  'a_b',
  'concert',
  '_draft',
])('the slug %j is fine', (slug) => {
  expect(slugFault(slug)).toBeUndefined()
})

test('the slug is the file’s name in form NFC, whatever the folder', () => {
  expect(slugFromPath('articles/2025/06/cafe\u0301.md')).toBe('caf\u00e9')
  expect(articleOf(withFields(), 'articles/2025/story-one.md').slug).toBe('story-one')
})

test.each([
  'articles/..md',
  'articles/CON.md',
  'articles/api.md',
  'articles/_next.md',
  'articles/.md',
  'articles/a%2fb.md',
  'articles/a\\b.md',
])('the file %j has an invalid slug', (path) => {
  const problems = problemsOf(withFields(), path)
  expect(problems).toEqual([expect.stringContaining(`${path}:1:1: slug: `)])
  expect(problems[0]).toMatch(/such as [\p{L}\p{N}-]+\.md\)$/u)
})

test.each([
  ['old-slug', '/articles/old-slug'],
  ['/articles/old-slug', '/articles/old-slug'],
  ['/articles/old-slug/', '/articles/old-slug'],
  ['/2019/05/story.html', '/2019/05/story.html'],
  ['/articles/caf%C3%A9', '/articles/caf\u00e9'],
  ['/?p=123', '/?p=123'],
])('the alias %j is the path %j', (alias, path) => {
  expect(readAlias(alias)).toEqual({ ok: true, path })
})

test.each([
  ...[
    '//evil',
    '//evil.org/x',
    '/\\evil',
    '\\\\evil',
    'https://evil.org',
    'javascript:alert(1)',
    '/a\r\nSet-Cookie: x',
    '/a\n',
  ],
  ...[
    '/',
    '',
    '/a//b',
    '/a/../b',
    '..',
    '/a?b',
    '/?p=0',
    '/?p=1x',
    '/?p=12345678901',
    '/?p=1&q=2',
    '/?q=1',
    '/a?p=1',
    '/a#b',
    '/%0d%0ax',
    '/%2f%2fevil',
    '/%5cevil',
    '/%E0%A4%A',
    '/api/x',
    '/_next/x',
  ],
  ...['/articles/..', '/articles/CON', '/tags/x', 'a/b', '/a b', '/%252e'],
])('the alias %j is refused', (alias) => {
  expect(readAlias(alias).ok).toBe(false)
})

test('an invalid alias is reported at its line', () => {
  expect(problemsOf(withFields('aliases:', '  - fine', '  - "//evil"', '  - "/a\\r\\nb"'))).toEqual(
    [
      expect.stringMatching(
        /^articles\/story\.md:6:5: aliases\[1\]: "\/\/evil" leads to another site/,
      ),
      expect.stringMatching(/^articles\/story\.md:7:5: aliases\[2\]: /),
    ],
  )
})
