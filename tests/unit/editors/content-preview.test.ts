import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contentPreview } from '@/lib/commands/content-preview'
import { mayPreview } from '@/lib/publish/preview-link'
import { callCommand } from '../../support/call-command'

const ADMIN_TOKEN = 'a token of this test'
let folder: string

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-preview-'))
  mkdirSync(path.join(folder, 'articles/2025'), { recursive: true })
  writeFileSync(path.join(folder, 'articles/2025/harbour-wall.md'), 'Whatever is in it.')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const preview = (argv: string[], env: Record<string, string> = {}) =>
  callCommand(contentPreview, {
    argv,
    env: { CONTENT_DIR: folder, SITE_URL: 'https://news.example', ADMIN_TOKEN, ...env },
  })

test('the address alone is printed, and opens this article with this token', async () => {
  const { stdout, code } = await preview(['content/articles/2025/harbour-wall.md'])
  expect(code).toBe(0)
  const { origin, pathname, searchParams } = new URL(stdout.trim())
  expect(origin + pathname).toBe('https://news.example/preview/harbour-wall')
  const query = {
    expires: searchParams.get('expires') ?? '',
    signature: searchParams.get('signature') ?? '',
  }
  expect(mayPreview(ADMIN_TOKEN, 'harbour-wall', query, new Date())).toBe('open')
  expect(mayPreview('another token of it', 'harbour-wall', query, new Date())).toBe('forged')
})

test.each([
  ['no file', [], {}, 'Say which'],
  ['a file that isn’t there', ['harbor-wall.md'], {}, 'did you mean harbour-wall.md?'],
  ['a name that can’t be one', ['a b.md'], {}, "can't be an address"],
  ['no token', ['harbour-wall.md'], { ADMIN_TOKEN: '' }, 'ADMIN_TOKEN is not set'],
])('for %s there is no address, but the reason', async (_, file, env, reason) => {
  expect(await preview(file, env)).toEqual({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining(reason),
  })
})
