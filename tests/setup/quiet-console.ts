import { afterEach, beforeEach, expect, vi } from 'vitest'

/** A message on console.error or console.warn fails the test that caused it. */
let spies: ReturnType<typeof vi.spyOn>[] = []

beforeEach(() => {
  spies = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')]
})

afterEach(() => {
  const said = spies.flatMap((spy) => spy.mock.calls)
  for (const spy of spies) spy.mockRestore()
  expect(said, 'console.error and console.warn stay silent').toEqual([])
})
