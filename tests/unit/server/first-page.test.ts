import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FirstPage } from '@/lib/server/first-page'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function failing() {
  const state = { renders: 0, fails: true, errors: 0 }
  const page = new FirstPage({
    render: async () => {
      state.renders++
      if (state.fails) throw new Error('no')
    },
    log: { error: () => state.errors++ },
  })
  return { page, state }
}

test('is tried again at intervals while it fails, and not because somebody asks', async () => {
  const { page, state } = failing()
  await page.try()
  for (let probes = 0; probes < 1_000; probes++) expect(page.isRendered).toBe(false)
  expect(state.renders).toBe(1)
  await vi.advanceTimersByTimeAsync(120_000)
  expect(state.renders).toBeLessThan(10)
  expect(state.errors).toBe(state.renders)
  state.fails = false
  await vi.advanceTimersByTimeAsync(30_000)
  expect(page.isRendered).toBe(true)
  const { renders } = state
  await vi.advanceTimersByTimeAsync(120_000)
  await page.try()
  expect(state.renders).toBe(renders)
})

test('is tried at once after a change, once for all who ask together', async () => {
  const { page, state } = failing()
  await page.try()
  state.fails = false
  await Promise.all([page.try(), page.try()])
  expect(page.isRendered).toBe(true)
  expect(state.renders).toBe(2)
})

test('is left alone once the server stops', async () => {
  const { page, state } = failing()
  await page.try()
  page.stop()
  await vi.advanceTimersByTimeAsync(120_000)
  expect(state.renders).toBe(1)
})
