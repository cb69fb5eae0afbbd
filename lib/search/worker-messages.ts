import { z } from 'zod'
import { searchOutcome } from './outcome'

/** What the server asks of the thread that searches. */
export const searchOrder = z.object({
  id: z.number(),
  text: z.string(),
  page: z.number(),
  now: z.date(),
})

/** What it answers. */
export const searchReport = z.discriminatedUnion('state', [
  z.object({ state: z.literal('found'), id: z.number(), outcome: searchOutcome }),
  z.object({ state: z.literal('missing'), id: z.number() }),
  z.object({ state: z.literal('failed'), id: z.number(), message: z.string() }),
])
export type SearchReport = z.output<typeof searchReport>

export const workerOptions = z.object({ contentDir: z.string(), dataDir: z.string() })
