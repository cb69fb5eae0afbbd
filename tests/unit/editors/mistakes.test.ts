import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contentCheck } from '@/lib/commands/content-check'
import { callCommand } from '../../support/call-command'
import { claimSize, picture } from '../images/test-pictures'

const root = path.resolve(import.meta.dirname, '../../..')
const fixture = path.join(root, 'tests/fixtures/editors/mistakes')
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-mistakes-'))
  cpSync(path.join(fixture, 'content'), path.join(folder, 'content'), { recursive: true })
  const inside = (name: string) => path.join(folder, 'content/articles', name)
  // What a repository can't hold, or not everywhere.
  for (const name of [
    'CON',
    '.',
    '..',
    '',
    '.._x',
    '_next',
    'a\\b',
    'caf\u00e9',
    'sub/cafe\u0301',
  ]) {
    writeFileSync(inside(`${name}.md`), '---\ntitle: A\ndate: 2025-02-03\n---\nBody.\n')
  }
  const line = 'word '.repeat(200_000)
  writeFileSync(inside('long-line.md'), `---\ntitle: A\ndate: 2025-02-03\n---\n${line}\n`)
  writeFileSync(inside('huge.md'), '')
  truncateSync(inside('huge.md'), 50 * 1_048_576)
  const flat = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#888' } })
      .png()
      .toBuffer()
  const small = await picture(300, 200).png().toBuffer()
  writeFileSync(inside('explosive.png'), claimSize(small, 50_000, 50_000))
  writeFileSync(inside('claims.png'), claimSize(small, 3_000, 2_000))
  writeFileSync(inside('cut.png'), small.subarray(0, 400))
  writeFileSync(inside('named.jpg'), small)
  writeFileSync(inside('wide.png'), await flat(9_000, 6_000))
  writeFileSync(inside('heavy.png'), Buffer.concat([small, Buffer.alloc(9 * 1_048_576)]))
  symlinkSync('/etc/passwd', inside('link-out.md'))
  symlinkSync('link-self.md', inside('link-self.md'))
  symlinkSync('.', inside('link-loop'))
  execFileSync('mkfifo', [inside('pipe.md')])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const check = (...args: string[]) =>
  callCommand(contentCheck, { argv: ['content', ...args], cwd: folder })

test('every mistake is told at its place with what to do, the same each time', async () => {
  const { stdout, code } = await check()
  await expect(stdout).toMatchFileSnapshot(path.join(fixture, 'expected.txt'))
  expect(code).toBe(1)
  expect((await check()).stdout).toBe(stdout)
})

test('for GitHub each line is an annotation of the file in the repository', async () => {
  const { stdout, code } = await check('--format', 'github')
  await expect(stdout).toMatchFileSnapshot(path.join(fixture, 'expected-github.txt'))
  expect(code).toBe(1)
  for (const line of stdout.trimEnd().split('\n')) {
    expect(line).toMatch(
      /^::(?:error|warning) file=content[^,:]*,line=\d+,col=\d+,title=[^,:]+::.+$/,
    )
  }
})
