import { expect, test } from 'vitest'
import { addressHash, keptDays } from '@/lib/comments/address-hash'
import { commentsOpen } from '@/lib/comments/closing-time'
import { commentId, isCommentId } from '@/lib/comments/comment-id'
import { fingerprint, textHash } from '@/lib/comments/dedupe'
import { retryAfter, windowStart } from '@/lib/comments/rates'

const at = (iso: string) => new Date(iso)
const article = { published: { at: at('2025-11-01T00:00:00Z') } }

test.each([
  ['closed by its front matter', { ...article, comments: 'closed' as const }, 90, { open: false }],
  ['held open by its front matter', { ...article, comments: 'open' as const }, 1, { open: true }],
  ['on a site that never closes', article, undefined, { open: true }],
  ['younger than the limit', article, 30, { open: true, until: at('2025-12-01T00:00:00Z') }],
  ['exactly as old as the limit', article, 22, { open: false }],
])('an article %s', (_, given, days, expected) => {
  expect(commentsOpen(given, days, at('2025-11-23T00:00:00Z'))).toEqual(expected)
})

test('gives ids that sort by time and have the form of ids', () => {
  const random = (byte: number) => new Uint8Array(8).fill(byte)
  const ids = ['1999-12-31', '2025-11-23', '2025-11-24', '3000-01-01'].map((day, i) =>
    commentId(at(`${day}T00:00:00Z`), random(255 - i * 7)),
  )
  expect(ids.toSorted()).toEqual(ids)
  expect(ids.every(isCommentId)).toBe(true)
})

test.each([
  '',
  'x',
  '0'.repeat(16),
  '0'.repeat(18),
  `${'0'.repeat(16)}i`,
  `${'0'.repeat(16)}\n`,
  '../../etc/passwd1',
])('%j is not an id', (id) => {
  expect(isCommentId(id)).toBe(false)
})

test('knows when a rate’s window ends', () => {
  const rate = { name: 'x', most: 1, window: 600_000 }
  expect(retryAfter(rate, at('2025-11-23T12:00:00Z'))).toBe(600)
  expect(retryAfter(rate, at('2025-11-23T12:09:59.900Z'))).toBe(1)
  expect(windowStart(rate, at('2025-11-23T12:09:59Z'))).toBe(at('2025-11-23T12:00:00Z').getTime())
})

test('keeps the keys of two days, and hashes one address differently each day', () => {
  expect(keptDays(at('2025-03-01T00:30:00Z'))).toEqual(['2025-03-01', '2025-02-28'])
  expect(addressHash('a', '198.51.100.7')).not.toBe(addressHash('b', '198.51.100.7'))
})

test('tells posts apart by article, place, name and words', () => {
  const post = { article: 'a', parent: 'b', name: 'c', text: 'd' }
  const same = fingerprint('s', post)
  expect(fingerprint('s', { ...post })).toBe(same)
  for (const field of ['article', 'parent', 'name', 'text']) {
    expect(fingerprint('s', { ...post, [field]: 'x' })).not.toBe(same)
  }
  expect(textHash('s', 'Buy  NOW!')).toBe(textHash('s', 'buy now'))
})
