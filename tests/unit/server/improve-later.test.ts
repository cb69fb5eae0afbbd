import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Representation } from '@/lib/server/front/representation'
import { improveLater } from '@/lib/server/pages/improve-later'
import type { Page } from '@/lib/server/pages/kept-pages'

const warnings: object[] = []
const log = { warn: (details: object) => void warnings.push(details) }
const improved: string[] = []

beforeEach(() => {
  vi.useFakeTimers()
  improved.length = 0
  warnings.length = 0
})
afterEach(() => vi.useRealTimers())

function pageOf(name: string, improve = async () => void improved.push(name)): Page {
  const body = Buffer.from(name)
  const representation = new Representation({ status: 200, type: 'text/html', body, headers: [] })
  vi.spyOn(representation, 'improve').mockImplementation(improve)
  return { representation, tags: [], validUntil: undefined, keep: true }
}

test('Pages are compressed further once no new ones arrive, in their order', async () => {
  const later = improveLater(log)
  for (const name of ['one', 'two', 'three']) {
    later(pageOf(name))
    await vi.advanceTimersByTimeAsync(250)
  }
  expect(improved).toEqual([])
  await vi.advanceTimersByTimeAsync(250)
  expect(improved).toEqual(['one', 'two', 'three'])
})

test('A page that arrives meanwhile delays the rest until it is calm again', async () => {
  const later = improveLater(log)
  later(
    pageOf('first', async () => {
      improved.push('first')
      later(pageOf('new'))
    }),
  )
  later(pageOf('second'))
  await vi.advanceTimersByTimeAsync(310)
  expect(improved).toEqual(['first'])
  await vi.advanceTimersByTimeAsync(310)
  expect(improved).toEqual(['first', 'second', 'new'])
})

test('A page that cannot be compressed is logged, and the next one follows', async () => {
  const later = improveLater(log)
  later(pageOf('bad', () => Promise.reject(new Error('No memory'))))
  later(pageOf('good'))
  await vi.advanceTimersByTimeAsync(310)
  expect(improved).toEqual(['good'])
  expect(warnings).toHaveLength(1)
})
