import { execFileSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findHead } from '@/lib/git/head'
import { locateRepository, repositoryOf } from '@/lib/git/repository'

let root: string
beforeEach(() => {
  root = mkdtempSync(path.join(realpathSync(os.tmpdir()), 'broadsheet-located-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const at = (name: string) => path.join(root, name)
const folder = (name: string) => mkdirSync(at(name), { recursive: true })
function file(name: string, text: string): void {
  folder(path.dirname(name))
  writeFileSync(at(name), text)
}

/** Where the repository of news/content is found, below the root. */
function located(contentDir = 'news/content') {
  folder(contentDir)
  const found = locateRepository(at(contentDir))
  const below = (name: string) => path.relative(root, name)
  return found && [below(found.gitDir), below(found.workTree), found.prefix]
}

test('a repository is found in the content folder and above it, the nearest one', () => {
  expect(located()).toBeUndefined()
  folder('.git')
  expect(located()).toEqual(['.git', '', 'news/content/'])
  folder('news/.git')
  expect(located()).toEqual(['news/.git', 'news', 'content/'])
  folder('news/content/.git')
  expect(located()).toEqual(['news/content/.git', 'news/content', ''])
})

test.each([
  ['a worktree', 'gitdir: ROOT/main/.git/worktrees/news\n', 'main/.git/worktrees/news'],
  ['a repository apart from its files', 'gitdir: ../store/news.git', 'store/news.git'],
])('a .git file at the top points to %s', (_, text, gitDir) => {
  file('news/.git', text.replace('ROOT', root))
  folder('main/.git')
  expect(located()).toEqual([gitDir, 'news', 'content/'])
})

test('a .git file in the content folder belongs to a submodule, or to a worktree in its repository', () => {
  folder('news/.git/modules/content')
  file('news/content/.git', 'gitdir: ../.git/modules/content\n')
  expect(located()).toEqual(['news/.git/modules/content', 'news/content', ''])
})

test.each([
  ['below itself', 'gitdir: articles/evil\n'],
  ['beside itself', 'gitdir: ../evil\n'],
  ['through a link', 'gitdir: ../link\n'],
])('a .git file in the content folder that points to pushed files %s is ignored', (_, text) => {
  folder('news/.git')
  for (const evil of ['news/content/articles/evil', 'news/evil']) folder(evil)
  symlinkSync(at('news/evil'), at('news/link'))
  file('news/content/.git', text)
  expect(located()).toEqual(['news/.git', 'news', 'content/'])
})

test('a content folder that is a link belongs to the repository that it points into', () => {
  folder('store/.git')
  folder('store/content')
  folder('news/.git')
  symlinkSync(at('store/content'), at('news/content'))
  expect(located()).toEqual(['store/.git', 'store', 'content/'])
})

test('what is placed in a folder after the start is not taken for its repository, nor is one above it', () => {
  folder('news/.git')
  folder('news/content')
  const first = repositoryOf(at('news/content'))
  expect(first?.workTree).toBe(at('news'))
  folder('news/content/.git')
  expect(repositoryOf(at('news/content'))).toBe(first)
  renameSync(at('news/.git'), at('.git'))
  expect(repositoryOf(at('news/content'))).toBe(first)
})

test.each([
  ['no folder of git', () => folder('news/.git')],
  ['garbage instead', () => file('news/.git', 'garbage')],
  ['a file that leads nowhere', () => file('news/.git', 'gitdir: /gone\n')],
])('a .git with %s is damaged, and git uses none above it', async (_, make) => {
  execFileSync('git', ['init', '-q', root])
  make()
  folder('news/content')
  expect(await findHead(repositoryOf(at('news/content')))).toMatchObject({
    state: 'unavailable',
    reason: 'failed',
    message: expect.stringMatching(/not a git repository|invalid gitfile format/),
  })
})
