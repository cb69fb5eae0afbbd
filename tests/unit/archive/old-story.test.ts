import { expect, test } from 'vitest'
import { isOldStory, oldFrom } from '@/lib/archive/read/old-story'
import type { Moment } from '@/lib/article/article'

const day = (text: string): Moment => ({ at: new Date(`${text}T00:00:00Z`), precision: 'day' })
const at = (text: string) => new Date(`${text}T00:00:00Z`)

test.each([
  { published: '2024-06-01', updated: undefined, now: '2025-05-31', old: false },
  { published: '2024-06-01', updated: undefined, now: '2025-06-01', old: true },
  { published: '2024-02-29', updated: undefined, now: '2025-02-28', old: false },
  { published: '2024-02-29', updated: undefined, now: '2025-03-01', old: true },
  { published: '2020-01-01', updated: '2024-12-01', now: '2025-06-01', old: false },
])(
  'a story of $published, updated $updated, is old on $now: $old',
  ({ published, updated, now, old }) => {
    const article = {
      published: day(published),
      ...(updated !== undefined && { updated: day(updated) }),
      evergreen: false,
    }
    expect(isOldStory(article, at(now))).toBe(old)
  },
)

test('an evergreen story never gets old', () => {
  const article = { published: day('1999-01-01'), evergreen: true }
  expect(isOldStory(article, at('2025-01-01'))).toBe(false)
  expect(oldFrom(article)).toBeUndefined()
})
