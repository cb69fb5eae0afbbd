import { expect, test } from 'vitest'
import { readFrontPage } from '@/lib/archive/read/lists'
import { ContentFolder, NOW } from './content-folder'

const START = Date.UTC(2025, 0, 1)
const MINUTE = 60_000

test.each([
  { count: 1, pages: 1 },
  { count: 4, pages: 1 },
  { count: 60, pages: 1 },
  { count: 61, pages: 2 },
  { count: 100, pages: 3 },
  { count: 4_000, pages: 198 },
])(
  '$count articles stand on $pages front pages, 60 on the first and 20 on each after it, each once, the lead and then the newest first',
  async ({ count, pages }) => {
    const folder = new ContentFolder()
    const leading = Math.floor(count / 2)
    for (let i = 0; i < count; i++) {
      const date = new Date(START + i * MINUTE).toISOString()
      folder.article(`story-${i}`, [`date: ${date}`, ...(i === leading ? ['lead: true'] : [])])
    }
    await folder.update()
    const read = (page: number) => readFrontPage(page, NOW, folder.archive)
    const shown = Array.from({ length: pages }, (_, i) => read(i + 1)).flatMap((list) => {
      expect(list).toMatchObject({ pages, total: count })
      expect(list?.articles.length).toBeLessThanOrEqual(list?.page === 1 ? 60 : 20)
      return list?.articles.map(({ slug }) => slug) ?? []
    })
    const newestFirst = Array.from({ length: count }, (_, i) => count - 1 - i).filter(
      (i) => i !== leading,
    )
    expect(shown).toEqual([leading, ...newestFirst].map((i) => `story-${i}`))
    expect(read(pages + 1)).toBeUndefined()
  },
)

test('front.yaml says which stories come first, and these appear on no other page', async () => {
  const folder = new ContentFolder()
  for (let i = 0; i < 70; i++) {
    const date = new Date(START + i * MINUTE).toISOString()
    folder.article(`story-${i}`, [`date: ${date}`, ...(i === 40 ? ['lead: true'] : [])])
  }
  folder.article('unfinished', ['date: 2025-01-01', 'draft: true'])
  const order =
    'first: [story-3.md, unfinished, no-such-story, story-60]\nbands: { World: [story-1] }\n'
  folder.write('front.yaml', order)
  await folder.update()
  const slugs = (page: number) =>
    readFrontPage(page, NOW, folder.archive)?.articles.map(({ slug }) => slug) ?? []
  expect(slugs(1).slice(0, 3)).toEqual(['story-3', 'story-60', 'story-69'])
  expect(slugs(1).at(-1)).toBe('story-1')
  expect(slugs(1)).toHaveLength(60)
  expect([...slugs(1), ...slugs(2)].sort()).toEqual(
    Array.from({ length: 70 }, (_, i) => `story-${i}`).sort(),
  )
  folder.remove('front.yaml')
  await folder.update()
  expect(slugs(1).slice(0, 2)).toEqual(['story-40', 'story-69'])
})
