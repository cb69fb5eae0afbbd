import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findContentProblems } from '@/lib/check/find-content-problems'
import { contentNew } from '@/lib/commands/content-new'
import { init } from '@/lib/commands/init'
import { starterFiles } from '@/lib/starter/starter-files'
import { callCommand } from '../../support/call-command'

let cwd: string
beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'broadsheet-init-'))
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

const OPTIONS = ['--name', 'Harbour: a Gazette', '--lang', 'en', '--time-zone', 'Asia/Tokyo']
const run = (argv: string[], typed?: string) =>
  callCommand(init, { argv, cwd, ...(typed !== undefined && { typed }) })
const read = (file: string) => readFileSync(path.join(cwd, file), 'utf8')
const files = (dir: string) => readdirSync(path.join(cwd, dir), { recursive: true }).map(String)

test('a new paper has no problem, and its next two commands are named', async () => {
  const { code, stdout } = await run(['paper', ...OPTIONS])
  expect(code).toBe(0)
  expect(stdout).toContain('paper/site.yaml\n')
  expect(stdout).toContain(`CONTENT_DIR=${cwd}/paper npm run dev`)
  expect(stdout).toContain(`CONTENT_DIR=${cwd}/paper npm run content:new -- "`)
  expect(read('paper/site.yaml')).toContain('name: "Harbour: a Gazette"\n')
  const found = await findContentProblems(path.join(cwd, 'paper'), { now: new Date('2100-01-01') })
  expect(found.problems).toEqual([])
  expect(files('paper')).toEqual(
    expect.arrayContaining([
      'articles/first-story.md',
      'pages/about.md',
      'pages/privacy.md',
      '.gitignore',
    ]),
  )
})

test('content:new writes into it, and names init for a folder that holds no paper', async () => {
  await run(['paper', ...OPTIONS])
  const write = (folder: string) =>
    callCommand(contentNew, { argv: ['Pier closed'], env: { CONTENT_DIR: path.join(cwd, folder) } })
  expect((await write('paper')).code).toBe(0)
  const { code, stderr } = await write('nothing')
  expect(code).toBe(1)
  expect(stderr).toContain(`npm run init -- ${path.join(cwd, 'nothing')}`)
})

test('on a terminal it asks for what no option says, and an empty answer takes what is offered', async () => {
  const { code, stderr } = await run(['paper', '--time-zone', 'UTC'], 'Harbour Gazette\n\n')
  expect(code).toBe(0)
  expect(stderr).toMatch(/called\?: .*language .*\[en\]: /s)
  expect(read('paper/site.yaml')).toMatch(/^name: Harbour Gazette$.*^lang: en$.*^timeZone: UTC$/ms)
})

test('without a name, or an answer, nothing is written', async () => {
  expect((await run(['paper'], '')).code).toBe(1)
  expect((await run(['paper', '--lang', 'en'])).code).toBe(2)
  expect(readdirSync(cwd)).toEqual([])
})

test.each([
  ['--lang', 'english language', 'lang "english language" is not a language'],
  ['--time-zone', 'Mars/Olympus', 'timeZone is not a time zone'],
  ['--name', ' ', 'name is empty'],
])('%s %j is refused, and nothing is written', async (option, value, problem) => {
  const options = OPTIONS.map((each, i) => (OPTIONS[i - 1] === option ? value : each))
  const { code, stderr } = await run(['paper', ...options])
  expect(code).toBe(1)
  expect(stderr).toContain(problem)
  expect(readdirSync(cwd)).toEqual([])
})

test('a folder with anything in it is left alone; one with a repository alone is empty', async () => {
  mkdirSync(path.join(cwd, 'mine'))
  writeFileSync(path.join(cwd, 'mine/notes.txt'), 'mine')
  const { code, stderr } = await run(['mine', ...OPTIONS])
  expect(code).toBe(1)
  expect(stderr).toContain('mine is not empty (notes.txt)')
  expect(files('mine')).toEqual(['notes.txt'])
  mkdirSync(path.join(cwd, 'cloned/.git'), { recursive: true })
  expect((await run(['cloned', ...OPTIONS])).code).toBe(0)
})

const PAPER = { name: 'A', timeZone: 'UTC', now: new Date('2026-03-02') }
const texts = { about: '---\ntitle: A\n---\nB', privacy: '---\ntitle: P\n---\nB', story: 'B' }

test('the workflow checks the paper with the code from its repository; without one there is none', () => {
  const name = '.github/workflows/content.yml'
  const made = starterFiles({ ...PAPER, lang: 'en', texts, codeRepository: 'ann/broadsheet' })
  expect(made.get(name)).toContain('repository: ann/broadsheet\n')
  expect(made.get(name)).toContain('content:check -- ../paper --format github')
  const without = starterFiles({ ...PAPER, lang: 'en', texts, codeRepository: undefined })
  expect(without.has(name)).toBe(false)
})

test('in a paper of another language the texts say that they are English', () => {
  const made = starterFiles({ ...PAPER, lang: 'ja', texts, codeRepository: undefined })
  expect(made.get('pages/about.md')).toBe('---\nlang: en\ntitle: A\n---\nB')
  expect(made.get('articles/first-story.md')).toContain('---\nlang: en\ntitle: ')
})

test('a new paper says of privacy what ours does', () => {
  const root = path.resolve(import.meta.dirname, '../../..')
  const text = (file: string) => readFileSync(path.join(root, file), 'utf8')
  expect(text('lib/starter/privacy.md')).toBe(text('content/pages/privacy.md'))
})
