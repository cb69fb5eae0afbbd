import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { slugFault } from '@/lib/article/slug'
import { findContentProblems } from '@/lib/check/find-content-problems'
import { contentNew } from '@/lib/commands/content-new'
import { newArticleText, slugOfTitle, writtenMoment } from '@/lib/front-matter/new-article'
import { parseArticle } from '@/lib/front-matter/parse-article'
import { callCommand } from '../../support/call-command'
import { runs } from '../../support/runs'

const root = path.resolve(import.meta.dirname, '../../..')
let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-new-'))
  writeFileSync(
    path.join(folder, 'site.yaml'),
    'name: A\ndescription: B\nlang: en\ntimeZone: Asia/Tokyo\n',
  )
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const run = (...argv: string[]) => callCommand(contentNew, { argv, env: { CONTENT_DIR: folder } })

test('a headline becomes a valid file, whose path is printed', async () => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'lib/commands/content-new.ts', 'Japan’s "new" plan: #1'],
    { cwd: root, env: { PATH: process.env.PATH, NODE_ENV: 'test', CONTENT_DIR: folder } },
  )
  const file = path.join(folder, 'articles/japans-new-plan-1.md')
  expect(path.resolve(root, stdout.trim())).toBe(file)
  const now = new Date('2100-01-01')
  expect((await findContentProblems(folder, { now })).problems).toEqual([])
  const parsed = parseArticle({
    path: 'articles/a.md',
    bytes: readFileSync(file),
    site: { lang: 'en', timeZone: 'UTC' },
  })
  expect(parsed).toMatchObject({
    ok: true,
    article: { title: 'Japan’s "new" plan: #1', draft: true },
  })
  expect(readFileSync(file, 'utf8')).toMatch(/^date: \d{4}-\d\d-\d\dT\d\d:\d\d\+09:00$/m)
})

test('an existing file is not touched, in whatever folder, case or Unicode form', async () => {
  mkdirSync(path.join(folder, 'articles/2025'), { recursive: true })
  writeFileSync(path.join(folder, 'articles/2025/Cafe\u0301.md'), 'mine')
  expect(await run('Café')).toEqual({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('has that address already'),
  })
  expect(readdirSync(path.join(folder, 'articles'))).toEqual(['2025'])
})

test.each([
  [[], 'Say the headline'],
  [['!!!'], 'gives no address'],
  [['Con'], 'device on Windows'],
  [['Search'], 'an address that the site needs itself'],
  [['a\u202eb'], 'bidirectional control'],
])('%j is refused with the reason', async (args, reason) => {
  expect(await run(...args)).toEqual({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining(reason),
  })
})

test('any headline gives a valid file, or an address that is refused', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (raw) => {
      const title = raw.replace(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, '').trim()
      const slug = slugOfTitle(title)
      if (title === '' || slugFault(slug)) return
      const text = newArticleText(title, new Date('2026-03-02T00:30:00Z'), 'America/New_York')
      const bytes = Buffer.from(text)
      const input = { path: `articles/${slug}.md`, bytes, site: { lang: 'en', timeZone: 'UTC' } }
      expect(parseArticle(input)).toMatchObject({ ok: true, article: { title } })
    }),
    { seed: 8, numRuns: runs(300) },
  )
})

test('a long headline gives an address cut between words', () => {
  expect(slugOfTitle('harbour '.repeat(30))).toBe(`${'harbour-'.repeat(9)}harbour`)
  expect(slugOfTitle('日'.repeat(200))).toBe('日'.repeat(80))
})

test.each([
  ['Asia/Tokyo', '2026-03-02T09:30+09:00'],
  ['America/St_Johns', '2026-03-01T21:00-03:30'],
  ['UTC', '2026-03-02T00:30+00:00'],
])('a time is written in the zone %s', (zone, written) => {
  expect(writtenMoment(new Date('2026-03-02T00:30:59Z'), zone)).toBe(written)
})
