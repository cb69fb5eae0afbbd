import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Schedule } from '@/lib/archive/follow/schedule'
import { ContentFolder } from './content-folder'

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2025-06-01T00:00:00Z') })
})

afterEach(() => {
  vi.useRealTimers()
})

const DAY = 86_400_000

/** A Schedule for an archive of these articles, with what it announced each time. */
async function follow(articles: Record<string, string[]>) {
  const folder = new ContentFolder()
  for (const [name, lines] of Object.entries(articles)) folder.article(name, lines)
  await folder.update()
  const announced: { at: string; tags: string[] }[] = []
  const turns = new Schedule({
    rows: () => folder.keeper.rows,
    now: () => new Date(),
    announce: (tags) => {
      const shown = [...tags].filter((tag) => !tag.startsWith('near:'))
      announced.push({ at: new Date().toISOString(), tags: shown.sort() })
    },
  })
  turns.check()
  return { turns, announced }
}

test('the pages that show an article are announced when it falls due and when it expires', async () => {
  const { announced, turns } = await follow({
    a: ['date: 2025-06-02T10:00:00Z', 'expires: 2025-06-03T10:00:00Z', 'tags: [Fish]'],
    live: ['date: 2025-01-01', 'tags: [Trade]'],
  })
  const tags = ['article:a', 'front', 'list:tag:fish', 'related:a', 'summary:a', 'tags']
  vi.advanceTimersByTime(DAY)
  expect(announced).toEqual([])
  vi.advanceTimersByTime(DAY)
  expect(announced).toEqual([{ at: '2025-06-02T10:00:00.000Z', tags }])
  vi.advanceTimersByTime(DAY)
  expect(announced.slice(1)).toEqual([
    { at: '2025-06-03T10:00:00.000Z', tags: [...tags, 'gone'].sort() },
  ])
  turns.stop()
})

test('a time months ahead is waited for, although a timer can’t last that long', async () => {
  const { announced, turns } = await follow({ a: ['date: 2025-12-01T00:00:00Z'] })
  vi.advanceTimersByTime(182 * DAY)
  expect(announced).toEqual([])
  vi.advanceTimersByTime(DAY)
  expect(announced.map(({ at }) => at)).toEqual(['2025-12-01T00:00:00.000Z'])
  turns.stop()
})

test('a withdrawn article that falls due is announced for no list, and a draft not at all', async () => {
  const { announced, turns } = await follow({
    gone: ['date: 2025-06-02', 'withdrawn: { date: 2025-05-01, reason: No }', 'tags: [Fish]'],
    draft: ['date: 2025-06-02', 'draft: true'],
  })
  vi.advanceTimersByTime(2 * DAY)
  expect(announced.map(({ tags }) => tags)).toEqual([['article:gone', 'related:gone']])
  turns.stop()
})

test('a clock that jumps past several times announces them all', async () => {
  const { announced, turns } = await follow({
    one: ['date: 2025-06-02'],
    two: ['date: 2025-06-04'],
  })
  vi.setSystemTime(new Date('2025-06-05T00:00:00Z'))
  turns.check()
  expect(announced).toHaveLength(1)
  expect(announced[0]?.tags).toEqual(expect.arrayContaining(['article:one', 'article:two']))
  turns.stop()
})

test('when the clock is set back, articles no longer due are announced as gone, and articles no longer expired as back', async () => {
  const { announced, turns } = await follow({
    due: ['date: 2025-06-02'],
    over: ['date: 2025-01-01', 'expires: 2025-06-02T10:00:00Z'],
    other: ['date: 2025-01-01'],
  })
  vi.setSystemTime(new Date('2025-06-03T00:00:00Z'))
  turns.check()
  vi.setSystemTime(new Date('2025-06-01T00:00:00Z'))
  turns.check()
  expect(announced).toHaveLength(2)
  expect(announced[1]?.tags).toEqual(
    expect.arrayContaining(['article:due', 'article:over', 'gone']),
  )
  expect(announced[1]?.tags).not.toContain('article:other')
  vi.advanceTimersByTime(DAY)
  expect(announced.slice(2).map(({ at }) => at)).toEqual(['2025-06-02T00:00:00.000Z'])
  turns.stop()
})
