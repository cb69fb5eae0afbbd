import { parentPort } from 'node:worker_threads'
import type { z } from 'zod'
import { type FromThread, toThread } from './thread-messages'

type Serving<Order> = {
  orders: z.ZodType<Order>
  answer: (order: Order) => unknown
  /** Aborted when the server stops: running work gives up, or finishes. */
  stopping?: AbortController
  /** Called once everything is answered, before the thread ends. */
  end?: () => void | Promise<void>
}

function tell(message: FromThread): void {
  parentPort?.postMessage(message)
}

/** Sends the server something that it didn't ask for. */
export const tellServer = (event: unknown) => tell({ type: 'event', event })

/** The whole program of a thread: answers each order from a WorkerClient. A message that isn't an order ends the thread. */
export function serveOrders<Order>({ orders, answer, stopping, end }: Serving<Order>): void {
  const running = new Set<Promise<void>>()

  async function carryOut(id: number, order: Order): Promise<void> {
    try {
      tell({ type: 'reply', id, reply: await answer(order) })
    } catch (error) {
      tell({ type: 'failed', id, ...failureOf(error) })
    }
  }

  async function stop(): Promise<void> {
    stopping?.abort()
    await Promise.all(running)
    await end?.()
    parentPort?.close()
  }

  parentPort?.on('message', (message: unknown) => {
    const told = toThread.parse(message)
    if (told.type === 'stop') return void stop()
    const work = carryOut(told.id, orders.parse(told.order)).finally(() => running.delete(work))
    running.add(work)
  })
  tell({ type: 'ready' })
}

function failureOf(error: unknown): { message: string; code?: number } {
  if (!(error instanceof Error)) return { message: String(error) }
  const code = 'code' in error && typeof error.code === 'number' ? { code: error.code } : {}
  return { message: error.message, ...code }
}
