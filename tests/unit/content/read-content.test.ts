import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fileKind, isStray } from '@/lib/content/file-kind'
import { listContent } from '@/lib/content/list-content'
import { readContentFile } from '@/lib/content/read-content-file'
import { MAX_DEPTH } from '@/lib/content/walk-content'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-read-'))
  write('site.yaml')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const at = (file: string) => ({ path: file, absolute: path.join(folder, file) })

function write(file: string, text = 'text'): void {
  const { absolute } = at(file)
  mkdirSync(path.dirname(absolute), { recursive: true })
  writeFileSync(absolute, text)
}

const listed = () => listContent(folder).files.map(({ path, kind }) => `${kind} ${path}`)
const refused = () =>
  listContent(folder).problems.map(
    ({ severity, path, problem }) => `${severity} ${path} ${problem}`,
  )

test.each([
  ['articles/a.md', 'article'],
  ['articles/2025/er/a.md', 'article'],
  ['articles/.md', 'article'],
  ['pages/about.md', 'page'],
  ['pages/more/about.md', undefined],
  ['site.yaml', 'site'],
  ['articles/site.yaml', undefined],
  ['tags.yaml', 'tags'],
  ['media/a.JPG', 'media'],
  ['articles/a.webp', 'media'],
  ['a.png', undefined],
  ['articles/a.svg', undefined],
  ['articles/.a.md.swp', undefined],
  ['articles/a.md~', undefined],
  ['a.md', undefined],
])('%s is of the kind %s', (file, kind) => {
  expect(fileKind(file)).toBe(kind)
})

test('Markdown in a place from which nothing is published is stray, a README is not', () => {
  const files = ['a.md', 'articles/a.markdown', 'pages/more/a.md', 'media/a.md', 'drafts/a.md']
  expect(files.filter(isStray)).toEqual(files)
  expect(['README.md', 'media/readme.md', 'a.txt', 'articles/a.md'].filter(isStray)).toEqual([])
})

test('every file is listed once, in order, with its kind; what isn’t content is ignored', () => {
  for (const file of [
    'articles/b.md',
    'articles/2025/a.md',
    'articles/b.pdf',
    'media/b.jpg',
    'notes/plan.txt',
    '.git/x.md',
    'articles/.b.md.swp',
    'articles/b.md.orig',
    'articles/old.bak/b.md',
    'node_modules/some/README.md',
  ]) {
    write(file)
  }
  symlinkSync('b.md', at('articles/same.md').absolute)
  expect(listed()).toEqual([
    'article articles/2025/a.md',
    'article articles/b.md',
    'other articles/b.pdf',
    'article articles/same.md',
    'media media/b.jpg',
    'site site.yaml',
  ])
  expect(refused()).toEqual([])
  expect(listContent(folder).files[0]).toMatchObject({ ...at('articles/2025/a.md'), size: 4 })
})

test('a link to a folder is refused, wherever it leads', () => {
  write('articles/one/a.md')
  symlinkSync('one', at('articles/two').absolute)
  symlinkSync('..', at('articles/one/up').absolute)
  symlinkSync(tmpdir(), at('articles/out').absolute)
  symlinkSync('nowhere', at('articles/gone').absolute)
  expect(listed()).toEqual(['article articles/one/a.md', 'site site.yaml'])
  expect(refused()).toEqual([
    'error articles/gone is a symbolic link that leads nowhere or in a circle',
    'error articles/out is a symbolic link out of the content folder',
    'error articles/two is a symbolic link to a folder',
    'error articles/one/up is a symbolic link to a folder',
  ])
})

test('a folder deeper than the limit is reported, and the one above it is read', () => {
  const deep = ['articles', ...Array.from({ length: MAX_DEPTH - 1 }, (_, n) => `d${n}`)].join('/')
  write(`${deep}/read.md`)
  write(`${deep}/more/unread.md`)
  expect(listed()).toEqual([`article ${deep}/read.md`, 'site site.yaml'])
  expect(refused()).toEqual([`error ${deep}/more is more than ${MAX_DEPTH} folders deep`])
})

test('a name that is not UTF-8 is reported, and one that contains a replacement character is read', () => {
  const bytes = Buffer.concat([Buffer.from(`${folder}/articles/caf`), Buffer.from([0xe9, 0x2e])])
  write('articles/lost\ufffd.md')
  writeFileSync(Buffer.concat([bytes, Buffer.from('md')]), 'text')
  expect(listed()).toEqual(['article articles/lost\ufffd.md', 'site site.yaml'])
  expect(refused()).toEqual([String.raw`error articles/caf\xE9.md has a name that is not UTF-8`])
})

test('a folder that can’t be read is reported, and the others are read', () => {
  write('articles/a.md')
  // No system opens a path this long as a whole, so it is created step by step.
  const script = `process.chdir(process.argv[1]); const { mkdirSync } = require('node:fs')
    for (let i = 0; i < 18; i++) { mkdirSync(process.argv[2]); process.chdir(process.argv[2]) }`
  const name = 'x'.repeat(250)
  execFileSync(process.execPath, ['-e', script, at('articles').absolute, name])
  expect(listed()).toEqual(['article articles/a.md', 'site site.yaml'])
  const [only, ...others] = refused()
  expect(only).toMatch(/^error articles\/x.* is a folder that can’t be read$/)
  expect(others).toEqual([])
  execFileSync('rm', ['-r', at(`articles/${name}`).absolute])
})

test('without a site.yaml, and without a content folder, it says so', () => {
  rmSync(at('site.yaml').absolute)
  expect(refused()).toEqual([
    'error site.yaml is missing, so the site has no name, and dates without an offset are read as UTC',
  ])
  expect(listContent(path.join(folder, 'none'))).toMatchObject({
    files: [],
    problems: [{ path: '.', problem: expect.stringContaining('none can’t be read') }],
  })
})

test('a file is read whole', () => {
  write('a.md', 'Grüße')
  const read = readContentFile(at('a.md'))
  expect(read.ok && new TextDecoder().decode(read.bytes)).toBe('Grüße')
})

test('a file of 50 MB is refused before it is read', () => {
  write('a.md', '')
  truncateSync(at('a.md').absolute, 50_000_000)
  expect(readContentFile(at('a.md'))).toMatchObject({
    ok: false,
    problem: { path: 'a.md', problem: expect.stringContaining('has 50000000 bytes') },
  })
})

test('a pipe in place of a file is refused without waiting', () => {
  execFileSync('mkfifo', [at('a.md').absolute])
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
