import { rmSync, writeFileSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { archiveFile } from '@/lib/archive/archive-file'
import { type RunningArchive, startArchive } from '@/lib/archive/follow/start'
import { findArticle } from '@/lib/archive/read/articles'
import { readFrontPage } from '@/lib/archive/read/lists'
import { onChange } from '@/lib/running/report'
import { now } from '@/lib/site/clock'
import { ContentFolder } from './content-folder'

/** Far longer than anything here takes: it only keeps a failure from hanging. */
const PATIENCE_MS = 40_000

async function started(folder: ContentFolder) {
  const logged: string[] = []
  const note = (fields: object, message: string) => {
    logged.push(`${message} ${JSON.stringify(fields)}`)
  }
  const changes = new Set<string>()
  const stopListening = onChange((tags) => {
    for (const tag of tags) changes.add(tag)
  })
  const running = await startArchive({
    contentDir: folder.contentDir,
    dataDir: folder.dataDir,
    log: { debug: () => {}, info: note, warn: note, error: note },
  })
  onTestFinished(async () => {
    stopListening()
    await running.stop()
  })
  changes.clear()
  return { running, logged, changes }
}

/** Resolves when the condition is true. */
async function until(isSo: () => boolean): Promise<void> {
  for (let waited = 0; !isSo(); waited += 10) {
    if (waited > PATIENCE_MS) throw new Error(`Waited in vain for ${isSo}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

const state = (folder: ContentFolder, slug: string) =>
  findArticle(slug, now(), folder.archive)?.state

test('once the archive has started, it holds everything in the folder', async () => {
  const folder = new ContentFolder()
  folder.article('a')
  folder.article('b', ['draft: true'])
  folder.write('articles/bad.md', 'no front matter')
  const { running, logged } = await started(folder)
  expect(state(folder, 'a')).toBe('live')
  const { articles, errors, problems, failure } = running.status()
  expect(articles).toEqual({ visible: 1, scheduled: 0, expired: 0, drafts: 1, withdrawn: 0 })
  expect([errors, problems.map(({ path }) => path)]).toEqual([1, ['articles/bad.md']])
  expect(failure).toBeUndefined()
  expect(logged.join('\n')).toContain('articles/bad.md')
})

test('each problem is logged once: existing ones at the start, new ones when they appear', async () => {
  const folder = new ContentFolder()
  folder.article('a', [], '[b](/articles/b)')
  folder.article('b')
  folder.article('d', [], '[dead](/articles/none)')
  const { running, logged } = await started(folder)
  const told = (path: string) => logged.filter((line) => line.includes(path)).length
  expect([told('articles/a.md'), told('articles/d.md')]).toEqual([0, 1])
  folder.remove('articles/b.md')
  await until(() => state(folder, 'b') === undefined)
  await running.refresh()
  await running.refresh()
  expect([told('articles/a.md'), told('articles/d.md')]).toEqual([1, 1])
  expect(running.status()).toMatchObject({ errors: 2, refused: [] })
  folder.article('b')
  await running.refresh()
  expect(running.status()).toMatchObject({ errors: 1 })
})

test('a saved file is noticed without a request, and announced', async () => {
  const folder = new ContentFolder()
  folder.article('a')
  const { changes } = await started(folder)
  folder.article('deep/new', ['tags: [Fish]'])
  await until(() => changes.has('list:tag:fish'))
  expect(state(folder, 'new')).toBe('live')
  folder.article('deep/newer')
  await until(() => changes.has('article:newer'))
})

test('refreshing resolves when the archive matches the folder, and returns what changed', async () => {
  const folder = new ContentFolder()
  folder.article('a')
  folder.article('b')
  const { running } = await started(folder)
  folder.article('a', [], 'Changed.')
  folder.article('c1')
  folder.remove('articles/b.md')
  const seen = { added: new Set<string>(), changed: new Set<string>(), removed: new Set<string>() }
  // A file event may have come first, and already handled part of it.
  await running.refresh()
  for (const { path, kind } of running.status().changes) seen[kind].add(path)
  expect(seen).toEqual({
    added: new Set(['articles/c1.md']),
    changed: new Set(['articles/a.md']),
    removed: new Set(['articles/b.md']),
  })
  expect([state(folder, 'c1'), state(folder, 'b')]).toEqual(['live', undefined])
})

test('an article that falls due and expires is announced both times, though no file changes', async () => {
  const folder = new ContentFolder()
  const { changes } = await started(folder)
  const due = now().getTime() + 1_500
  folder.article('soon', [
    `date: ${new Date(due).toISOString()}`,
    `expires: ${new Date(due + 1_500).toISOString()}`,
    'tags: [Fish]',
  ])
  await until(() => changes.has('list:tag:fish'))
  expect([...changes]).toEqual(expect.arrayContaining(['front', 'tags', 'article:soon']))
  changes.clear()
  await until(() => changes.has('list:tag:fish'))
  expect(state(folder, 'soon')).toBeUndefined()
})

test.each([
  { of: 'deleted', damage: (file: string) => rmSync(file) },
  { of: 'overwritten', damage: (file: string) => writeFileSync(file, 'garbage '.repeat(4_000)) },
])('an archive that is $of while in use is rebuilt by itself', async ({ damage }) => {
  const folder = new ContentFolder()
  folder.article('a')
  const { changes, running } = await started(folder)
  damage(archiveFile(folder.dataDir))
  await until(() => changes.has('all'))
  expect(readFrontPage(1, now(), folder.archive)?.total).toBe(1)
  expect(running.status().articles.visible).toBe(1)
})

test('with the folder gone at the start the archive is served, and without an archive the start fails', async () => {
  const folder = new ContentFolder()
  folder.article('a')
  folder.write('articles/bad.md', 'no front matter')
  const first: RunningArchive = (await started(folder)).running
  await first.stop()
  folder.move('.', '../elsewhere')
  const { running, logged } = await started(folder)
  expect(running.status().articles.visible).toBe(1)
  expect(running.status().failure).toContain('ENOENT')
  expect(running.contentErrors()).toBe(1)
  expect(logged.join('\n')).toContain('serving what the archive holds')
  await running.stop()
  rmSync(folder.dataDir, { recursive: true })
  await expect(started(folder)).rejects.toThrow('could not be indexed')
})

test('the number of content errors is known without a query', async () => {
  const folder = new ContentFolder()
  folder.article('a')
  folder.write('articles/bad.md', 'no front matter')
  const { running } = await started(folder)
  expect(running.contentErrors()).toBe(1)
  folder.write('articles/worse.md', 'none here either')
  await running.refresh()
  rmSync(archiveFile(folder.dataDir))
  expect(running.contentErrors()).toBe(2)
  folder.remove('articles/bad.md')
  folder.remove('articles/worse.md')
  await running.refresh()
  expect(running.contentErrors()).toBe(0)
})

test('the status is counted again only if the archive has changed', async () => {
  const folder = new ContentFolder()
  folder.article('a')
  const { running } = await started(folder)
  const { articles } = running.status()
  expect(running.status().articles).toBe(articles)
  folder.article('b')
  await running.refresh()
  expect(running.status().articles.visible).toBe(2)
})
