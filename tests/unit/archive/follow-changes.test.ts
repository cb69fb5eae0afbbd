import {
  copyFileSync,
  readFileSync,
  renameSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { expect, test } from 'vitest'
import { findAlias, findArticle } from '@/lib/archive/read/articles'
import { readLists } from '@/lib/archive/read/list-counts'
import { readFrontPage, readList } from '@/lib/archive/read/lists'
import { readProblems } from '@/lib/archive/write/problems'
import { formatProblem } from '@/lib/front-matter/problem'
import { ContentFolder, NOW } from './content-folder'

function slugs(folder: ContentFolder) {
  return readFrontPage(1, NOW, folder.archive)?.articles.map((each) => each.slug)
}

function bodyOf(folder: ContentFolder, slug: string) {
  const found = findArticle(slug, NOW, folder.archive)
  return found?.state === 'live' ? found.article.body.trim() : found?.state
}

async function threeArticles() {
  const folder = new ContentFolder()
  folder.article('a', ['date: 2025-06-03', 'tags: [Trade, NATO]', 'source: { name: Jiji }'])
  folder.article('b', ['date: 2025-06-02', 'tags: [Trade]', 'authors: [Ann Lee]'])
  folder.article('deep/er/west', ['date: 2025-06-01', 'section: World'])
  await folder.update()
  return folder
}

test('an added file appears, and empties the lists that it is in and no others', async () => {
  const folder = await threeArticles()
  folder.article('new', ['date: 2025-06-05', 'tags: [Fish]', 'section: World'])
  expect(await folder.changes()).toEqual([
    'article:new',
    'front',
    'list:section:world',
    'list:tag:fish',
    'related:new',
    'summary:new',
    'tags',
  ])
  expect(slugs(folder)).toEqual(['new', 'a', 'b', 'west'])
})

test('a change to the text alone empties the article and not the lists', async () => {
  const folder = new ContentFolder()
  folder.article('a', ['tags: [Trade]', 'description: Same standfirst'], `${'Same. '.repeat(300)}`)
  await folder.update()
  folder.article(
    'a',
    ['tags: [Trade]', 'description: Same standfirst'],
    `${'Same. '.repeat(299)}Else.`,
  )
  expect(await folder.changes()).toEqual(['article:a', 'related:a'])
  expect(bodyOf(folder, 'a')).toContain('Else.')
})

test('a change to the text empties what was chosen by its old or new terms', async () => {
  const folder = await threeArticles()
  folder.article('b', ['date: 2025-06-02', 'tags: [Trade]', 'authors: [Ann Lee]'], 'On herring.')
  await folder.changes()
  expect([...folder.announced].filter((tag) => tag.startsWith('near:')).length).toBeGreaterThan(1)
})

test('a changed tag empties the lists that it left and joined', async () => {
  const folder = await threeArticles()
  folder.article('b', ['date: 2025-06-02', 'tags: [Fish]', 'authors: [Ann Lee]'])
  expect(await folder.changes()).toEqual([
    'article:b',
    'front',
    'list:author:ann-lee',
    'list:tag:fish',
    'list:tag:trade',
    'related:b',
    'summary:b',
    'tags',
  ])
  expect(
    readLists('tag', NOW, folder.archive).map(({ slug, count }) => `${slug} ${count}`),
  ).toEqual(['fish 1', 'nato 1', 'trade 1'])
})

test('a deleted file disappears everywhere', async () => {
  const folder = await threeArticles()
  folder.remove('articles/a.md')
  const tags = await folder.changes()
  expect(tags).toContain('list:tag:nato')
  expect(tags).toContain('front')
  expect(slugs(folder)).toEqual(['b', 'west'])
  expect(bodyOf(folder, 'a')).toBeUndefined()
  expect(readList('tag', 'nato', 1, NOW, folder.archive)).toBeUndefined()
})

test('a renamed file has a new address and not the old one', async () => {
  const folder = await threeArticles()
  folder.move('articles/a.md', 'articles/z.md')
  const { added, removed } = await folder.update()
  expect([added, removed]).toEqual([['articles/z.md'], ['articles/a.md']])
  expect([bodyOf(folder, 'a'), bodyOf(folder, 'z')]).toEqual([undefined, 'The story of a.'])
})

test('a renamed file that keeps its old name as an alias has both addresses', async () => {
  const folder = await threeArticles()
  folder.remove('articles/a.md')
  folder.article('z', ['aliases: [a, /2019/old/a]'])
  expect(await folder.changes()).toEqual(
    expect.arrayContaining(['alias:/articles/a', 'alias:/2019/old/a', 'article:a', 'article:z']),
  )
  expect(findArticle('a', NOW, folder.archive)).toEqual({ state: 'moved', slug: 'z' })
  expect(findAlias('/2019/old/a', NOW, folder.archive)).toBe('z')
})

test('moving a file or a folder changes no list', async () => {
  const folder = await threeArticles()
  folder.move('articles/deep', 'articles/2025')
  folder.move('articles/a.md', 'articles/2025/a.md')
  expect(await folder.changes()).toEqual(['article:a', 'article:west', 'related:a', 'related:west'])
  expect(slugs(folder)).toEqual(['a', 'b', 'west'])
  const found = findArticle('west', NOW, folder.archive)
  expect(found?.state === 'live' && found.article.path).toBe('articles/2025/er/west.md')
})

test('two files that swap names swap contents', async () => {
  const folder = await threeArticles()
  folder.move('articles/a.md', 'articles/t.tmp')
  folder.move('articles/b.md', 'articles/a.md')
  folder.move('articles/t.tmp', 'articles/b.md')
  await folder.update()
  expect([bodyOf(folder, 'a'), bodyOf(folder, 'b')]).toEqual(['The story of b.', 'The story of a.'])
})

test('touching a file changes nothing', async () => {
  const folder = await threeArticles()
  utimesSync(folder.at('articles/a.md'), new Date(), new Date())
  const { added, changed, removed } = await folder.update()
  expect([added, changed, removed]).toEqual([[], [], []])
  expect(await folder.changes()).toEqual([])
})

test('an edit of equal length with the old time restored is noticed', async () => {
  const folder = await threeArticles()
  const file = folder.at('articles/a.md')
  const { atime, mtime } = statSync(file)
  writeFileSync(file, readFileSync(file, 'utf8').replace('story', 'Story'))
  utimesSync(file, atime, mtime)
  await folder.update()
  expect(bodyOf(folder, 'a')).toBe('The Story of a.')
})

test('replacing a file with another of equal size and time is noticed', async () => {
  const folder = await threeArticles()
  const file = folder.at('articles/a.md')
  const { atime, mtime } = statSync(file)
  const other = folder.at('articles/a.tmp')
  copyFileSync(file, other)
  writeFileSync(other, readFileSync(file, 'utf8').replace('story', 'STORY'))
  utimesSync(other, atime, mtime)
  renameSync(other, file)
  await folder.update()
  expect(bodyOf(folder, 'a')).toBe('The STORY of a.')
})

test('a file with a new error keeps its last good version live, and its problem is listed until it is fixed', async () => {
  const folder = await threeArticles()
  folder.write('articles/a.md', '---\ntitel: oops\n---\n\nBroken.\n')
  expect(await folder.changes()).toEqual([])
  expect(bodyOf(folder, 'a')).toBe('The story of a.')
  const problems = readProblems(folder.archive.rows, 10)
  expect(problems.map((each) => each.path)).toContain('articles/a.md')
  folder.restart()
  await folder.update()
  expect(readProblems(folder.archive.rows, 10)).toEqual(problems)
  folder.article('a')
  await folder.update()
  expect(readProblems(folder.archive.rows, 10)).toEqual([])
})

test('a file that is moved and gets an error at once keeps its last good version', async () => {
  const folder = await threeArticles()
  folder.remove('articles/a.md')
  folder.write('articles/2025/a.md', '---\ntitel: oops\n---\n\nBroken.\n')
  await folder.update()
  expect(bodyOf(folder, 'a')).toBe('The story of a.')
  folder.remove('articles/2025/a.md')
  await folder.update()
  expect(bodyOf(folder, 'a')).toBeUndefined()
})

test('a second file with the same slug is an error that names both, until the first is gone', async () => {
  const folder = await threeArticles()
  folder.article('other/A', [], 'The twin.')
  await folder.update()
  expect(readProblems(folder.archive.rows, 10).map(formatProblem)).toEqual([
    expect.stringMatching(
      /^articles\/a\.md:1:1: slug: a is also the address of articles\/other\/A\.md /,
    ),
    expect.stringMatching(
      /^articles\/other\/A\.md:1:1: slug: A is also the address of articles\/a\.md /,
    ),
  ])
  expect(bodyOf(folder, 'a')).toBe('The story of a.')
  folder.remove('articles/a.md')
  await folder.update()
  expect(readProblems(folder.archive.rows, 10)).toEqual([])
  expect(bodyOf(folder, 'A')).toBe('The twin.')
})

test.each([
  { lines: ['aliases: [b]'], other: 'articles/b.md' },
  { lines: ['aliases: [/old/path]'], other: 'articles/b.md' },
])(
  'an alias that is the address of another file ($lines) is an error that names it',
  async ({ lines, other }) => {
    const folder = await threeArticles()
    folder.article('b', ['aliases: [/old/path]'])
    await folder.update()
    folder.article('new', lines)
    await folder.update()
    expect(readProblems(folder.archive.rows, 10).map(({ path }) => path)).toEqual([
      'articles/b.md',
      'articles/new.md',
    ])
    expect(readProblems(folder.archive.rows, 10)[1]?.problem).toContain(other)
    expect(bodyOf(folder, 'new')).toBeUndefined()
  },
)

test('another time zone in site.yaml moves every date without an offset', async () => {
  const folder = await threeArticles()
  const site = readFileSync(folder.at('site.yaml'), 'utf8')
  folder.write('site.yaml', site.replace('UTC', 'Asia/Tokyo'))
  expect(await folder.changes()).toEqual(expect.arrayContaining(['all', 'site', 'article:a']))
  const found = findArticle('a', NOW, folder.archive)
  expect(found?.state === 'live' && found.article.published.at.toISOString()).toBe(
    '2025-06-02T15:00:00.000Z',
  )
})

test('a site.yaml that is missing or invalid is a problem, and its last valid version stays in effect', async () => {
  const folder = await threeArticles()
  folder.remove('site.yaml')
  await folder.update()
  expect(readProblems(folder.archive.rows, 10).map(({ path }) => path)).toEqual(['site.yaml'])
  expect(slugs(folder)).toEqual(['a', 'b', 'west'])
})

test('hundreds of files changed at once are all noticed', async () => {
  const folder = new ContentFolder()
  for (let n = 0; n < 300; n++) folder.article(`n${n}`, [`tags: [T${n % 7}]`])
  await folder.update()
  for (let n = 0; n < 300; n++) {
    if (n % 3 === 0) folder.remove(`articles/n${n}.md`)
    else folder.article(`n${n}`, [`tags: [T${n % 5}]`], `Changed ${n}.`)
  }
  await folder.update()
  expect(readFrontPage(1, NOW, folder.archive)?.total).toBe(200)
  expect(readLists('tag', NOW, folder.archive).map((tag) => tag.count)).toEqual([
    40, 40, 40, 40, 40,
  ])
  expect(bodyOf(folder, 'n299')).toBe('Changed 299.')
})

test('a hinted file that is known is read without a scan of the folder; others wait for the scan', async () => {
  const folder = await threeArticles()
  folder.article('a', [], 'Edited.')
  folder.article('b', [], 'Edited too.')
  folder.move('articles/deep/er/west.md', 'articles/west.md')
  folder.article('new')
  const hints = [
    'articles/a.md',
    'articles/new.md',
    'articles/west.md',
    'articles/none.md',
    'x/y.z',
  ]
  const { added, changed, removed } = await folder.keeper.update(new Set(hints))
  expect([added, changed, removed]).toEqual([[], ['articles/a.md'], []])
  expect([bodyOf(folder, 'a'), bodyOf(folder, 'b')]).toEqual(['Edited.', 'The story of b.'])
  await folder.update()
  expect(bodyOf(folder, 'b')).toBe('Edited too.')
  expect(slugs(folder)).toEqual(expect.arrayContaining(['new', 'west']))
})
