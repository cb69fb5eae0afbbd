import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { knownFor } from '@/lib/server/pages/known-for'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('however many ask, the question is asked once, and again only when the answer is too old', async () => {
  let asked = 0
  const answer = knownFor(1_000, async () => {
    asked++
    await new Promise((resolve) => setTimeout(resolve, 5_000))
    return asked
  })
  const many = Promise.all(Array.from({ length: 100 }, answer))
  await vi.advanceTimersByTimeAsync(5_000)
  expect(new Set(await many)).toEqual(new Set([1]))
  await vi.advanceTimersByTimeAsync(999)
  expect(await answer()).toBe(1)
  await vi.advanceTimersByTimeAsync(1)
  const next = answer()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(await next).toBe(2)
})

test('a failure is forgotten like an answer', async () => {
  let fails = true
  const answer = knownFor(1_000, async () => {
    if (fails) throw new Error('not now')
    return 'here'
  })
  await expect(answer()).rejects.toThrow('not now')
  fails = false
  await vi.advanceTimersByTimeAsync(1_000)
  expect(await answer()).toBe('here')
})
