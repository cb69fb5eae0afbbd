import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { HistorySource } from '@/lib/history/read-source'
import { ranking } from '@/lib/ranking/ranking-task'
import { searchTask } from '@/lib/ranking/tasks'
import { collectReads } from '@/lib/server/pages/collect-reads'
import { type FindMissing, findMissing } from '@/lib/server/pages/find-missing'
import { listPageRoutes, routeMatcher } from '@/lib/server/pages/page-routes'
import { ContentFolder, NOW } from '../../archive/content-folder'

const routes = listPageRoutes(fileURLToPath(new URL('../../../../app', import.meta.url)))

let folder: ContentFolder
let comments: number | undefined
let isMissing: FindMissing

beforeEach(async () => {
  folder = new ContentFolder()
  folder.article('nato', [
    'tags: [Japan]',
    'aliases: [old]',
    'section: Economy',
    'authors: [Ann Lee]',
  ])
  for (let i = 0; i < 60; i++) folder.article(`story-${i}`, ['tags: [Japan]'])
  folder.article('later', ['date: 2025-07-02', 'tags: [Tomorrow]'])
  folder.article('draft', ['draft: true'])
  folder.article('gone', ['withdrawn: { date: 2025-06-02, reason: It was wrong. }'])
  folder.write('tags.yaml', 'Japan:\n  synonyms: [Nippon]\n')
  folder.write('pages/about.md', '---\ntitle: About\n---\n\nWho we are.\n')
  await folder.update()
  comments = 120
  const history = new HistorySource(folder.archive, folder.dataDir)
  isMissing = findMissing({ routes, history, comments: () => comments })
})

const ask = (address: string) => {
  const { pathname, searchParams } = new URL(address, 'http://site')
  return isMissing(decodeURIComponent(pathname), searchParams, NOW)
}

/** Returns the missing ones among these addresses. */
async function missingOf(addresses: readonly string[]): Promise<string[]> {
  const missing: string[] = []
  for (const address of addresses) if (await ask(address)) missing.push(address)
  return missing
}

test('An existing page is not missing', async () => {
  const there = [
    ...[
      '/',
      '/page/2',
      '/tags',
      '/feeds',
      '/about',
      '/about/ai',
      '/corrections',
      '/ask',
      '/search',
    ],
    ...['/articles/nato', '/articles/old', '/articles/gone', '/articles/nato/history'],
    ...['/articles/old/history', '/articles/nato/history/0123456789ab', '/search?q=x&page=2'],
    ...['/articles/nato?comments=1', '/articles/nato?comments=3', '/tags/japan'],
    ...['/tags/japan?page=2', '/tags/Nippon', '/tags/JAPAN!', '/sections/economy'],
    ...['/sections', '/authors', '/archive', '/archive/2025', '/archive/2025/06'],
    ...[
      '/archive/2025/06/01',
      '/authors/ann-lee',
      '/report?on=answers',
      '/report?on=story&article=nato',
    ],
    ...['/report?sent=1', '/articles/old?comments=3'],
  ]
  expect(await missingOf(there)).toEqual([])
})

test('A page that doesn’t exist is missing', async () => {
  const elsewhere = [
    ...[
      '/page/3',
      ...['/archive/2024', '/archive/2025/07', '/archive/2025/06/31', '/archive/2025/6'],
      ...['/archive/x', '/archive/2025/06/01/12'],
      '/page/0',
      '/page/02',
      '/page/x',
      '/corrections?page=2',
      '/corrections?page=999',
    ],
    ...['/articles/none', '/articles/later', '/articles/draft', '/articles/none/history'],
    ...['/articles/gone/history', '/articles/gone/history/0123456789ab'],
    ...['/articles/nato/history/x', '/articles/nato?comments=4', '/articles/nato?comments=0'],
    ...['/articles/nato?comments=01', '/articles/gone?comments=99', '/articles/old?comments=4'],
    ...['/tags/none', '/tags/tomorrow', '/tags/japan?page=5', '/tags/japan?page=0'],
    ...['/sources/none', '/authors/none', '/sections/none', '/none', '/articles'],
    ...['/articles/nato/comments', '/2019/06/nato', '/report', '/report?on=story&article=draft'],
    ...['/search?q=x&page=0'],
  ]
  expect(await missingOf(elsewhere)).toEqual(elsewhere)
})

test('No kind of page needs a render to find out that it doesn’t exist', async () => {
  const invented = routes
    .filter((route) => route.includes('[') && !route.startsWith('/views/'))
    .map((route) => route.replaceAll(/\[\w+\]/g, 'no-such-thing'))
  expect(await missingOf(invented)).toEqual(invented)
})

test('A page of a search beyond the last is missing, according to the ranking thread', async () => {
  const asked: unknown[] = []
  const stop = ranking.serve(async ({ order }) => {
    const { text, page } = searchTask.read(order)
    asked.push([text, page])
    return page > 3 ? { state: 'missing' } : { state: 'busy' }
  })
  onTestFinished(stop)
  const beyond = ['/search?q=nato&page=4', '/search?q=nato&page=99']
  const there = ['/search?q=nato', '/search?q=nato&page=2', '/search?page=9', '/search?q=+&page=9']
  expect(await missingOf([...there, ...beyond])).toEqual(beyond)
  expect(asked).toEqual([
    ['nato', 2],
    ['nato', 4],
    ['nato', 99],
  ])
})

test('While the number of comments isn’t known, the page itself has to find out', async () => {
  comments = undefined
  expect(await ask('/articles/nato?comments=4')).toBe(false)
})

test('What would make an address exist is reported', async () => {
  for (const [address, tag] of [
    ['/articles/none', 'article:none'],
    ['/articles/nato?comments=9', 'counted:nato'],
    ['/tags/none', 'list:tag:none'],
    ['/page/9', 'front'],
    ['/none', 'page:none'],
  ] as const) {
    const [missing, reads] = await collectReads(async () => ask(address))
    expect(missing, address).toBe(true)
    expect(reads.tags).toContain(tag)
  }
})

test('An article that falls due is missing until then', async () => {
  const [missing, reads] = await collectReads(async () => ask('/articles/later'))
  expect(missing).toBe(true)
  expect(reads.validUntil).toEqual(new Date('2025-07-02T00:00:00Z'))
})

test('A literal segment goes before a parameter, and a route’s parameters are already decoded', () => {
  const match = routeMatcher(['/[slug]', '/tags', '/articles/[slug]', '/files/[...rest]', '/'])
  expect(match('/')).toEqual({ route: '/', params: {} })
  expect(match('/tags')?.route).toBe('/tags')
  expect(match('/日本')).toEqual({ route: '/[slug]', params: { slug: '日本' } })
  expect(match('/articles/a.b')).toEqual({ route: '/articles/[slug]', params: { slug: 'a.b' } })
  expect(match('/files/a/b')?.params).toEqual({ rest: 'a/b' })
  expect(match('/tags/a/b')).toBeUndefined()
})

test('The routes are the folders of app/ that hold a page', () => {
  expect(routes).toEqual(
    expect.arrayContaining(['/', '/tags', '/articles/[slug]/history/[version]']),
  )
  expect(routes.every((route) => !route.includes(path.win32.sep))).toBe(true)
})
