import { setTimeout as sleep } from 'node:timers/promises'
import { workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'
import * as z from 'zod'

register()
const { serveOrders, tellServer } = await import('../../../lib/threads/serve-orders.ts')

const stopping = new AbortController()

/** Does what a test tells it to: the order names what to do with its text. */
const work = {
  echo: (text) => `${workerData} ${text}`,
  wrong: (text) => text.length,
  fail: (text) => {
    throw Object.assign(new Error(text), { code: 5 })
  },
  event: (text) => tellServer(text) ?? '',
  hang: () => {
    for (;;);
  },
  die: (text) => process.exit(Number(text)),
  untilStopped: async () => {
    while (!stopping.signal.aborted) await sleep(5)
    return 'stopped'
  },
}

serveOrders({
  orders: z.object({ what: z.enum(Object.keys(work)), text: z.string() }),
  answer: ({ what, text }) => work[what](text),
  stopping,
  end: () => tellServer('end'),
})
