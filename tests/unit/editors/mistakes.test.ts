import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MISTAKES, writeMistakes } from './write-mistakes'

const root = path.resolve(import.meta.dirname, '../../..')
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-mistakes-'))
  await writeMistakes(path.join(folder, 'content'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function check(...args: string[]) {
  const command = [
    '--import',
    path.join(root, 'node_modules/tsx/dist/loader.mjs'),
    path.join(root, 'lib/commands/content-check.ts'),
    'content',
  ]
  return spawnSync(process.execPath, [...command, ...args], {
    cwd: folder,
    encoding: 'utf8',
    // tsx finds the project's paths by it, wherever the command runs.
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'test',
      TSX_TSCONFIG_PATH: path.join(root, 'tsconfig.json'),
    },
  })
}

test('every mistake is told at its place with what to do, the same each time', async () => {
  const { stdout, status } = check()
  await expect(stdout).toMatchFileSnapshot(path.join(MISTAKES, 'expected.txt'))
  expect(status).toBe(1)
  expect(check().stdout).toBe(stdout)
})

test('for GitHub each line is an annotation of the file in the repository', async () => {
  const { stdout, status } = check('--format', 'github')
  await expect(stdout).toMatchFileSnapshot(path.join(MISTAKES, 'expected-github.txt'))
  expect(status).toBe(1)
  for (const line of stdout.trimEnd().split('\n')) {
    expect(line).toMatch(
      /^::(?:error|warning) file=content[^,:]*,line=\d+,col=\d+,title=[^,:]+::.+$/,
    )
  }
})
