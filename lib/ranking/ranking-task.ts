import * as z from 'zod'
import { service } from '@/lib/running/registry'

export const rankingOrder = z.object({ task: z.string(), order: z.unknown() })
export type RankingOrder = z.output<typeof rankingOrder>

const found = z.object({ state: z.literal('found'), found: z.unknown() })
const missing = z.object({ state: z.literal('missing') })
/** The replies of the ranking thread. */
export const rankingReply = z.discriminatedUnion('state', [found, missing])
type RankingReply = z.output<typeof rankingReply>

export type Ranked<Found> =
  | { state: 'found'; found: Found }
  /** There is no such page of results, or no such article. */
  | { state: 'missing' }
  /** Too many requests are waiting, or ranking failed (the log says why). */
  | { state: 'busy' }

/** How pages reach the server, which sends their orders to the ranking thread. */
export const ranking = service<RankingOrder, Promise<Ranked<unknown>>>('ranking')

type Schemas<Order, Found> = { order: z.ZodType<Order>; found: z.ZodType<Found> }

/** A kind of work that pages give to the ranking thread, so that no other page waits for it. */
export class RankingTask<Order, Found> {
  constructor(
    readonly name: string,
    private readonly schemas: Schemas<Order, Found>,
  ) {}

  /** For pages. */
  async ask(order: Order): Promise<Ranked<Found>> {
    const ranked = (await ranking.ask({ task: this.name, order })) ?? { state: 'busy' }
    if (ranked.state !== 'found') return ranked
    return { state: 'found', found: this.schemas.found.parse(ranked.found) }
  }

  read(order: unknown): Order {
    return this.schemas.order.parse(order)
  }

  /** For the thread: carries out an order; `undefined` means that what it asks for doesn't exist. */
  answer(work: (order: Order) => Found | undefined): (order: unknown) => RankingReply {
    return (order) => {
      const found = work(this.read(order))
      return found === undefined ? { state: 'missing' } : { state: 'found', found }
    }
  }
}
