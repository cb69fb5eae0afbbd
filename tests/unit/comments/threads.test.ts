import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Comment, CommentState } from '@/lib/comments/comment'
import {
  buildThreads,
  cutPages,
  mostPages,
  pageOfThread,
  type Thread,
} from '@/lib/comments/threads'

function comment(id: string, parent?: string, state: CommentState = 'approved'): Comment {
  const created = new Date('2025-11-23T12:00:00Z')
  const place = { id, root: id, article: 'nato', ...(parent !== undefined && { parent }) }
  return { ...place, state, heldFor: [], name: `N${id}`, text: 't', byEditor: false, created }
}

const outline = (threads: Thread[]): unknown[] =>
  threads.map(({ comment: { id }, replies, inReplyTo }) => {
    const name = inReplyTo === undefined ? id : `${id}→${inReplyTo.name}`
    return replies.length === 0 ? name : [name, ...outline(replies)]
  })

test('puts replies below what they answer, oldest first', () => {
  const comments = [comment('4', '1'), comment('3'), comment('1'), comment('2', '1')]
  expect(outline(buildThreads(comments))).toEqual([['1', '2', '4'], '3'])
})

test('shows replies deeper than three levels at the third, naming whom they answer, in the order of the conversation', () => {
  const comments = [
    comment('1'),
    comment('2', '1'),
    comment('3', '2'),
    comment('4', '3'),
    comment('5', '4'),
    comment('6', '2'),
    comment('7', '3'),
  ]
  expect(outline(buildThreads(comments))).toEqual([['1', ['2', '3', '4→N3', '5→N4', '7→N3', '6']]])
})

test('keeps the place of a deleted comment while a published reply needs it', () => {
  const comments = [
    comment('1', undefined, 'deleted'),
    comment('2', '1', 'rejected'),
    comment('3', '2'),
    comment('4', undefined, 'deleted'),
    comment('5', '4', 'pending'),
  ]
  expect(outline(buildThreads(comments))).toEqual([['1', ['2', '3']]])
})

test('can show a chain of 5,000 replies', () => {
  const chain = Array.from({ length: 5000 }, (_, i) =>
    comment(String(10_000 + i), i === 0 ? undefined : String(9999 + i)),
  )
  const [thread] = buildThreads(chain)
  expect(thread?.replies[0]?.replies).toHaveLength(4998)
})

const sizes = (...counts: number[]) => counts.map((comments, i) => ({ root: String(i), comments }))
const lengths = (counts: number[]) => cutPages(sizes(...counts)).map((page) => page.length)

test.each([
  ['no thread', [], [0]],
  ['fifty threads', Array(50).fill(1), [50]],
  ['fifty-one threads', Array(51).fill(1), [50, 1]],
  ['long threads', [99, 1, 5, 100, 1], [2, 2, 1]],
  ['one thread of the longest', [500, 1], [1, 1]],
])('divides %s into pages', (_, counts, pages) => {
  expect(lengths(counts)).toEqual(pages)
})

test('knows the page that a thread is on', () => {
  const threads = sizes(...Array(120).fill(1))
  expect(pageOfThread(threads, '0')).toBe(1)
  expect(pageOfThread(threads, '50')).toBe(2)
  expect(pageOfThread(threads, '119')).toBe(3)
  expect(pageOfThread(threads, 'x')).toBeUndefined()
})

test('no number of comments fills more pages than the maximum', () => {
  const thread = fc.nat({ max: 120 }).map((replies) => replies + 1)
  fc.assert(
    fc.property(fc.array(thread, { maxLength: 300 }), (counts) => {
      const total = counts.reduce((sum, count) => sum + count, 0)
      expect(cutPages(sizes(...counts)).length).toBeLessThanOrEqual(mostPages(total))
    }),
  )
  expect(cutPages(sizes(...Array(101).fill(1)))).toHaveLength(mostPages(101))
})
