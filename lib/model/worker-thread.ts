import { workerData } from 'node:worker_threads'
import { now } from '@/lib/site/clock'
import { serveOrders, tellServer } from '@/lib/threads/serve-orders'
import type { Choosing } from './choosing'
import { Chooser } from './find-choice'
import { modelOptions, modelOrder } from './messages'
import { openChoices } from './store-choices'

const { dataDir, settings } = modelOptions.parse(workerData)
const choices = openChoices(dataDir)
const warn = (fields: object, message: string) => tellServer({ type: 'warning', fields, message })
const chooser = new Chooser({ settings, choices, now, log: { warn } })

serveOrders({
  orders: modelOrder,
  answer: async (order) => {
    if (order.type === 'figures') return { figures: chooser.figures }
    if (order.type === 'choose') return replyOf(await chooser.forReader(order.choosing))
    const found = chooser.find(order.choosing)
    if (found === undefined) void chooseLater(order.choosing, order.tag)
    return replyOf(found)
  },
  end: () => choices.close(),
})

const replyOf = (choice: number[] | undefined) => (choice === undefined ? {} : { choice })

async function chooseLater(choosing: Choosing, tag: string): Promise<void> {
  const chosen = await chooser.inBackground(choosing)
  if (chosen !== undefined) tellServer({ type: 'chosen', tag })
}
