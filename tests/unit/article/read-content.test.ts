import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listContentFiles } from '@/lib/content/list-content'
import { readContentFile } from '@/lib/content/read-content'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-read-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const at = (file: string) => ({ path: file, absolute: path.join(folder, file) })

test('every file is listed once, in order, with what tells whether it changed', () => {
  mkdirSync(path.join(folder, 'articles/2025'), { recursive: true })
  mkdirSync(path.join(folder, '.git'))
  for (const file of [
    'site.yaml',
    'articles/b.md',
    'articles/2025/a.md',
    '.git/x.md',
    'articles/.b.md.swp',
  ]) {
    writeFileSync(path.join(folder, file), 'text')
  }
  symlinkSync('b.md', path.join(folder, 'articles/same.md'))
  const { files, problems } = listContentFiles(folder)
  expect(problems).toEqual([])
  expect(files.map((file) => file.path)).toEqual([
    'articles/2025/a.md',
    'articles/b.md',
    'articles/same.md',
    'site.yaml',
  ])
  expect(files[0]).toMatchObject({ absolute: path.join(folder, 'articles/2025/a.md'), size: 4 })
  expect(files[0]?.mtimeMs).toBeGreaterThan(0)
})

test('a link to a folder beside it is followed, one to a folder around it is not', () => {
  mkdirSync(path.join(folder, 'articles/one'), { recursive: true })
  writeFileSync(path.join(folder, 'articles/one/a.md'), 'text')
  symlinkSync('one', path.join(folder, 'articles/two'))
  symlinkSync('..', path.join(folder, 'articles/one/up'))
  const { files, problems } = listContentFiles(folder)
  expect(files.map((file) => file.path)).toEqual(['articles/one/a.md', 'articles/two/a.md'])
  expect(problems.map((problem) => problem.path)).toEqual(['articles/one/up', 'articles/two/up'])
})

test('a file is read whole, with the size and time of what was read', () => {
  writeFileSync(path.join(folder, 'a.md'), 'Grüße')
  const read = readContentFile(at('a.md'))
  expect(read).toMatchObject({ ok: true, size: 7, mtimeMs: expect.any(Number) })
  expect(read.ok && new TextDecoder().decode(read.bytes)).toBe('Grüße')
})

test('a file of 50 MB is refused before it is read', () => {
  writeFileSync(path.join(folder, 'a.md'), '')
  truncateSync(path.join(folder, 'a.md'), 50_000_000)
  expect(readContentFile(at('a.md'))).toMatchObject({
    ok: false,
    problem: { path: 'a.md', problem: expect.stringContaining('has 50000000 bytes') },
  })
})

test('a pipe that took the place of a file is refused and waits for nobody', () => {
  execFileSync('mkfifo', [path.join(folder, 'a.md')])
  expect(readContentFile(at('a.md'))).toMatchObject({
    problem: { problem: 'is not a regular file' },
  })
})

test.each([
  ['gone', 'none.md', "can't be read: ENOENT"],
  ['a folder', '.', 'is not a regular file'],
])('a file that is %s is a problem, not a crash', (_name, file, problem) => {
  expect(readContentFile(at(file))).toMatchObject({ ok: false, problem: { problem } })
})
