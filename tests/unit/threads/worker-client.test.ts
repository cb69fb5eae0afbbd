import { expect, onTestFinished, test } from 'vitest'
import * as z from 'zod'
import { OrderError, ThreadEnded, WorkerClient } from '@/lib/threads/worker-client'

const program = new URL('./test-thread.mjs', import.meta.url)

function running({ stuckMs }: { stuckMs?: number } = {}) {
  const failures: string[] = []
  const events: string[] = []
  const client = new WorkerClient<{ what: string; text: string }, string, string>({
    program,
    data: 'data',
    replies: z.string(),
    events: { schema: z.string(), hear: (event) => events.push(event) },
    onFailed: ({ message }) => failures.push(message),
    ...(stuckMs !== undefined && { stuckMs }),
  })
  onTestFinished(() => client.end())
  const ask = (what: string, text = '') => client.ask({ what, text })
  return { client, ask, failures, events }
}

test('gives each order its own reply, and starts the thread for the first', async () => {
  const { client, ask, failures } = running()
  expect(client.isReady).toBe(false)
  expect(await Promise.all([ask('echo', 'a'), ask('echo', 'b')])).toEqual(['data a', 'data b'])
  expect(client.isReady).toBe(true)
  expect(failures).toEqual([])
})

test('an order that fails, or gets an invalid reply, fails alone', async () => {
  const { ask, failures } = running()
  const [failed, wrong, sound] = await Promise.allSettled([
    ask('fail', 'no'),
    ask('wrong'),
    ask('echo', 'a'),
  ])
  expect(failed).toMatchObject({ reason: { message: 'no', code: 5 } })
  expect(failed.status === 'rejected' && failed.reason).toBeInstanceOf(OrderError)
  expect(wrong.status).toBe('rejected')
  expect(sound).toMatchObject({ value: 'data a' })
  expect(failures).toEqual([])
})

test('what a thread sends unasked is received in order', async () => {
  const { ask, events } = running()
  await Promise.all([ask('event', 'one'), ask('event', 'two')])
  expect(events).toEqual(['one', 'two'])
})

test('when a thread dies, waiting orders fail, and the next order starts another', async () => {
  const { client, ask, failures } = running()
  await ask('echo')
  const waited = await Promise.allSettled([ask('die', '3'), ask('echo', 'a')])
  for (const each of waited) {
    expect(each.status === 'rejected' && each.reason).toBeInstanceOf(ThreadEnded)
  }
  expect(client.isReady).toBe(false)
  expect(await ask('echo', 'b')).toBe('data b')
  expect(failures).toEqual([])
  // A message that isn't an order is our own mistake: it ends the thread.
  await expect(ask('nothing')).rejects.toBeInstanceOf(ThreadEnded)
  expect(failures).toHaveLength(1)
})

test('a thread that hangs is ended, and the next order starts another', async () => {
  const { ask, failures } = running({ stuckMs: 100 })
  await ask('echo')
  await expect(ask('hang')).rejects.toBeInstanceOf(ThreadEnded)
  expect(failures).toEqual(['The thread took too long and was ended'])
  expect(await ask('echo', 'b')).toBe('data b')
})

test('stopping lets it finish its work, and starts no other', async () => {
  const { client, ask, events } = running()
  await ask('echo')
  const working = ask('untilStopped')
  await client.stop()
  expect(await working).toBe('stopped')
  expect(events).toEqual(['end'])
  await expect(ask('echo')).rejects.toBeInstanceOf(ThreadEnded)
})

test('stopping a thread that was never used, or that has ended, is done at once', async () => {
  const { client, ask } = running()
  await client.stop()
  await expect(ask('echo')).rejects.toBeInstanceOf(ThreadEnded)
  const other = running()
  await other.ask('echo')
  const waiting = other.ask('hang')
  await other.client.end()
  await expect(waiting).rejects.toBeInstanceOf(ThreadEnded)
  await other.client.stop()
})
