import { expect, test } from 'vitest'
import { BatchQueue } from '@/lib/threads/batch-queue'

const turn = () => new Promise((resolve) => setTimeout(resolve, 1))

test('items that arrive during a batch go together into the next, up to its limit', async () => {
  const batches: number[][] = []
  const queue = new BatchQueue<number, number>(async (take) => {
    const taken = take()
    batches.push(taken.map(({ item }) => item))
    await turn()
    for (const { item, resolve } of taken) resolve(item * 10)
  }, 3)
  expect(await Promise.all([1, 2, 3, 4, 5].map((item) => queue.add(item)))).toEqual([
    10, 20, 30, 40, 50,
  ])
  expect(batches).toEqual([[1], [2, 3, 4], [5]])
})

test('work that gets no turn fails for all who wait, work that fails later only for the items it took', async () => {
  let isTurn = false
  const queue = new BatchQueue<number, number>(async (take) => {
    await turn()
    if (!isTurn) throw new Error('no turn')
    const [first] = take()
    first?.resolve(first.item)
    throw new Error('lost')
  }, 2)
  const outcomes = () =>
    Promise.allSettled([1, 2, 3].map((item) => queue.add(item))).then((settled) =>
      settled.map((each) => (each.status === 'fulfilled' ? each.value : each.reason.message)),
    )
  expect(await outcomes()).toEqual(['no turn', 'no turn', 'no turn'])
  isTurn = true
  expect(await outcomes()).toEqual([1, 'lost', 3])
})
