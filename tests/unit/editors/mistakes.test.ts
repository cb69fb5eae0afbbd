import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contentCheck } from '@/lib/commands/content-check'
import { callCommand } from '../../support/call-command'
import { MISTAKES, writeMistakes } from './write-mistakes'

const _root = path.resolve(import.meta.dirname, '../../..')
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-mistakes-'))
  await writeMistakes(path.join(folder, 'content'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const check = (...args: string[]) =>
  callCommand(contentCheck, { argv: ['content', ...args], cwd: folder })

test('every mistake is reported at its place with what to do, the same each time', async () => {
  const { stdout, code } = await check()
  await expect(stdout).toMatchFileSnapshot(path.join(MISTAKES, 'expected.txt'))
  expect(code).toBe(1)
  expect((await check()).stdout).toBe(stdout)
})

test('for GitHub each line is an annotation of the file in the repository', async () => {
  const { stdout, code } = await check('--format', 'github')
  await expect(stdout).toMatchFileSnapshot(path.join(MISTAKES, 'expected-github.txt'))
  expect(code).toBe(1)
  for (const line of stdout.trimEnd().split('\n')) {
    expect(line).toMatch(
      /^::(?:error|warning) file=content[^,:]*,line=\d+,col=\d+,title=[^,:]+::.+$/,
    )
  }
})
