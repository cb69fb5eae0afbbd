import { expect, test } from 'vitest'
import type { Moment } from '@/lib/article/article'
import { isOldStory, oldFrom } from '@/lib/article/old-story'

const day = (text: string): Moment => ({ at: new Date(`${text}T00:00:00Z`), precision: 'day' })
const at = (text: string) => new Date(`${text}T00:00:00Z`)

test.each([
  { published: '2024-06-01', now: '2025-05-31', old: false },
  { published: '2024-06-01', now: '2025-06-01', old: true },
  { published: '2024-02-29', now: '2025-02-28', old: false },
  { published: '2024-02-29', now: '2025-03-01', old: true },
])('a story of $published is old on $now: $old', ({ published, now, old }) => {
  expect(isOldStory({ published: day(published), evergreen: false }, at(now))).toBe(old)
})

test('a story that was updated later is as old as before', () => {
  const article = { published: day('2020-01-01'), updated: day('2024-12-01'), evergreen: false }
  expect(isOldStory(article, at('2025-06-01'))).toBe(true)
})

test('an evergreen story never gets old', () => {
  const article = { published: day('1999-01-01'), evergreen: true }
  expect(isOldStory(article, at('2025-01-01'))).toBe(false)
  expect(oldFrom(article)).toBeUndefined()
})
