import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
} from 'node:fs'
import { expect, test } from 'vitest'
import { scanContent } from '@/lib/archive/follow/scan'
import { findArticle } from '@/lib/archive/read/articles'
import { readProblems } from '@/lib/archive/write/problems'
import { readScannedFile } from '@/lib/content/read-content-file'
import { ContentFolder, NOW } from './content-folder'

function bodyOf(folder: ContentFolder, slug: string) {
  const found = findArticle(slug, NOW, folder.archive)
  return found?.state === 'live' ? found.article.body.trim() : found?.state
}

test('a file still being written while it settles waits for the next scan', async () => {
  const folder = new ContentFolder()
  folder.article('a', [], 'First half')
  const writing = folder.newKeeper({
    wait: async () => appendFileSync(folder.at('articles/a.md'), ' and second half.'),
  })
  expect((await writing.update()).again).toBe(true)
  expect(bodyOf(folder, 'a')).toBeUndefined()
  writing.close()
  await folder.update()
  expect(bodyOf(folder, 'a')).toBe('First half\n and second half.')
})

test('a file that was truncated and is being rewritten keeps its article as it was', async () => {
  const folder = new ContentFolder()
  folder.article('a', [], 'Whole.')
  await folder.update()
  truncateSync(folder.at('articles/a.md'))
  const { again } = await folder
    .newKeeper({ wait: async () => folder.article('a', [], 'Written') })
    .update()
  expect(again).toBe(true)
  expect(bodyOf(folder, 'a')).toBe('Whole.')
  await folder.update()
  expect(bodyOf(folder, 'a')).toBe('Written')
})

test('a file that is missing only briefly stays', async () => {
  const folder = new ContentFolder()
  folder.article('a', [], 'Before.')
  await folder.update()
  folder.remove('articles/a.md')
  const { again, removed } = await folder
    .newKeeper({ wait: async () => folder.article('a', [], 'After.') })
    .update()
  expect({ again, removed }).toEqual({ again: true, removed: [] })
  expect(bodyOf(folder, 'a')).toBe('Before.')
  await folder.update()
  expect(bodyOf(folder, 'a')).toBe('After.')
})

test('a file that differs from what the scan saw is not read', () => {
  const folder = new ContentFolder()
  folder.article('a')
  const fingerprint = { size: 3, mtime: 1, ctime: 1 }
  for (const path of ['articles/a.md', 'articles/none.md']) {
    expect(readScannedFile({ path, absolute: folder.at(path) }, fingerprint)).toBe('changing')
  }
})

test('temporary, hidden and foreign files are ignored', async () => {
  const folder = new ContentFolder()
  const names = ['.a.md.swp', '.hidden.md', 'a.md~', 'a.md.tmp', '#a.md#', 'a.txt', 'a.md.bak', 'a']
  for (const name of names) folder.write(`articles/${name}`, 'x')
  folder.write('articles/.git/a.md', 'x')
  folder.write('README.md', 'x')
  folder.write('articles/4913', '')
  await folder.update()
  expect(readProblems(folder.archive.rows, 10)).toEqual([])
  expect(scanContent(folder.archive.rows, folder.contentDir)).toMatchObject({ changed: [] })
})

test('links out of the folder, links to folders, loops and pipes are refused by name; a link inside is followed', async () => {
  const folder = new ContentFolder()
  folder.article('real', [], 'Real.')
  const link = (to: string, name: string) => symlinkSync(to, folder.at(`articles/${name}`))
  link('/etc/hostname', 'outside.md')
  link('.', 'loop')
  link('nowhere.md', 'dangling.md')
  link('real.md', 'inside.md')
  execFileSync('mkfifo', [folder.at('articles/pipe.md')])
  await folder.update()
  expect(readProblems(folder.archive.rows, 10).map(({ path }) => path)).toEqual([
    'articles/dangling.md',
    'articles/loop',
    'articles/outside.md',
    'articles/pipe.md',
  ])
  expect(bodyOf(folder, 'inside')).toBe('Real.')
  folder.remove('articles/loop')
  await folder.update()
  expect(readProblems(folder.archive.rows, 10)).toHaveLength(3)
})

test('a link in place of the articles’ folder is refused: it could lead to any folder of the server', async () => {
  const folder = new ContentFolder()
  folder.article('../../private/secret', [], 'Secret.')
  symlinkSync('../private', folder.at('articles'))
  await folder.update()
  expect(readProblems(folder.archive.rows, 10).map(({ path }) => path)).toEqual(['articles'])
  expect(bodyOf(folder, 'secret')).toBeUndefined()
})

test('a file of 50 MB is an error and is not read', async () => {
  const folder = new ContentFolder()
  folder.write('articles/huge.md', '')
  truncateSync(folder.at('articles/huge.md'), 50_000_000)
  await folder.update()
  expect(readProblems(folder.archive.rows, 10)[0]?.problem).toContain('50000000 bytes')
})

test('a folder that is gone completely leaves the archive as it is', async () => {
  const folder = new ContentFolder()
  folder.article('a', [], 'Here.')
  await folder.update()
  folder.move('.', '../elsewhere')
  await expect(folder.update()).rejects.toThrow('ENOENT')
  expect(bodyOf(folder, 'a')).toBe('Here.')
})

test('a read-only folder without git is followed', async () => {
  const folder = new ContentFolder()
  folder.article('a', [], 'Here.')
  mkdirSync(folder.at('media'))
  for (const dir of ['articles', 'media', '.']) chmodSync(folder.at(dir), 0o555)
  await folder.update()
  expect(bodyOf(folder, 'a')).toBe('Here.')
  for (const dir of ['.', 'articles', 'media']) chmodSync(folder.at(dir), 0o755)
})

test.each(['.git', '../.git', '../elsewhere'])(
  'while git holds its lock in %s, nothing is read',
  async (gitDir) => {
    const folder = new ContentFolder()
    folder.article('a', [], 'Before.')
    await folder.update()
    const lock = `${gitDir}/index.lock`
    folder.write(lock, '')
    if (gitDir === '../elsewhere') folder.write('.git', 'gitdir: ../elsewhere\n')
    folder.remove('articles/a.md')
    const seen: (string | undefined)[] = []
    const keeper = folder.newKeeper({
      now: () => new Date(),
      wait: async () => {
        seen.push(bodyOf(folder, 'a'))
        folder.article('moved/a', [], 'After.')
        rmSync(folder.at(lock), { force: true })
      },
    })
    await keeper.update()
    keeper.close()
    expect(seen[0]).toBe('Before.')
    // It was written again while it settled: until it is read, the article stays as it was.
    expect(bodyOf(folder, 'a')).toBe('Before.')
    await folder.update()
    expect(bodyOf(folder, 'a')).toBe('After.')
  },
)

test.each([
  ['long ago', new Date(0)],
  ['before the clock was set back', new Date('2099-01-01')],
])('a lock that git left behind %s is ignored', async (_, left) => {
  const folder = new ContentFolder()
  folder.write('.git/index.lock', '')
  utimesSync(folder.at('.git/index.lock'), left, left)
  folder.article('a', [], 'Here.')
  await folder.update()
  expect(bodyOf(folder, 'a')).toBe('Here.')
})
