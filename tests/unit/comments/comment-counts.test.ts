import { afterEach, expect, test } from 'vitest'
import { onRead, type ReadReport } from '@/lib/archive/report'
import { readCommentCounts, tagsOfComments } from '@/lib/comments/read-for-pages'
import { askCounts } from '@/lib/comments/store/page-questions'

const NOW = new Date('2025-11-23T12:00:00Z')
const stories = [{ slug: 'nato' }, { slug: 'tariffs' }]

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

function listen(): ReadReport[] {
  const reports: ReadReport[] = []
  stops.push(onRead((report) => reports.push(report)))
  return reports
}

test('A list has the counts of its stories, and is out of date when one of them changes', async () => {
  stops.push(askCounts.answer(async () => ({ ok: true, value: new Map([['nato', 3]]) })))
  const reports = listen()
  expect(await readCommentCounts(stories, NOW)).toEqual(new Map([['nato', 3]]))
  const [{ tags = [] } = {}, ...more] = reports
  expect(more).toEqual([])
  for (const { slug } of stories) {
    expect(tagsOfComments(slug).some((tag) => tags.includes(tag))).toBe(true)
  }
})

test.each([
  ['says that it is unavailable', async () => ({ ok: false, reason: 'unavailable' }) as const],
  ['never answers', () => new Promise<never>(() => {})],
])(
  'A database that %s costs a list its counts for a moment, and nothing else',
  async (_what, answer) => {
    stops.push(askCounts.answer(answer))
    const reports = listen()
    expect(await readCommentCounts(stories, NOW)).toEqual(new Map())
    expect(reports).toContainEqual({ validUntil: new Date(NOW.getTime() + 3000) })
  },
)
