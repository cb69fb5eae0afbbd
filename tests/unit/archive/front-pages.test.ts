import { expect, test } from 'vitest'
import { readFrontPage } from '@/lib/archive/read/lists'
import { ContentFolder, NOW } from './content-folder'

const START = Date.UTC(2025, 0, 1)
const MINUTE = 60_000

test.each([
  { count: 1, pages: 1 },
  { count: 4, pages: 1 },
  { count: 40, pages: 2 },
  { count: 4_000, pages: 200 },
])(
  '$count articles stand on $pages front pages of 20, each once, the lead and then the newest first',
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
      expect(list?.articles.length).toBeLessThanOrEqual(20)
      return list?.articles.map(({ slug }) => slug) ?? []
    })
    const newestFirst = Array.from({ length: count }, (_, i) => count - 1 - i).filter(
      (i) => i !== leading,
    )
    expect(shown).toEqual([leading, ...newestFirst].map((i) => `story-${i}`))
    expect(read(pages + 1)).toBeUndefined()
  },
)
