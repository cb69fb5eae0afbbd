import { afterEach, expect, test } from 'vitest'
import { readCommentCounts, tagsOfCounts } from '@/lib/comments/read-for-pages'
import { askCounts } from '@/lib/comments/store/page-questions'
import { onRead, type ReadReport } from '@/lib/running/report'

const stories = [{ slug: 'nato' }, { slug: 'tariffs' }]

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

test('A list shows the counts of its stories, and is out of date when one changes', async () => {
  stops.push(askCounts.serve(() => new Map([['nato', 3]])))
  const reports: ReadReport[] = []
  stops.push(onRead((report) => reports.push(report)))
  expect(await readCommentCounts(stories)).toEqual(new Map([['nato', 3]]))
  expect(reports).toEqual([{ tags: tagsOfCounts(['nato', 'tariffs']) }])
})

test('A list has no counts when nobody can provide them', async () => {
  expect(await readCommentCounts(stories)).toEqual(new Map())
})
