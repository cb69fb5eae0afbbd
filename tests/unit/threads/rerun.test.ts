import { expect, test } from 'vitest'
import { Rerun } from '@/lib/threads/rerun'

test('fifty callers at once share two runs, and the last sees everything that existed when it asked', async () => {
  let running = 0
  let most = 0
  let state = 0
  const seen: number[] = []
  const work = new Rerun(async () => {
    most = Math.max(most, ++running)
    const found = state
    await new Promise((resolve) => setTimeout(resolve, 1))
    running--
    seen.push(found)
    return found
  })
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => {
      state++
      return work.run()
    }),
  )
  expect(most).toBe(1)
  expect(seen).toEqual([1, 50])
  expect(answers.slice(1).every((each) => each === 50)).toBe(true)
  expect(await work.run()).toBe(50)
})

test('a run that fails fails for those who waited for it, and the next starts', async () => {
  let turn = 0
  const work = new Rerun(() =>
    turn++ === 0 ? Promise.reject(new Error('no')) : Promise.resolve(turn),
  )
  const [first, second] = await Promise.allSettled([work.run(), work.run()])
  expect([first?.status, second?.status]).toEqual(['rejected', 'fulfilled'])
})
