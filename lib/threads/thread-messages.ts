import * as z from 'zod'

/** Messages from the server to a thread. */
export const toThread = z.discriminatedUnion('type', [
  z.object({ type: z.literal('order'), id: z.number(), order: z.unknown() }),
  /** Give up what can be given up, finish the rest, and end. */
  z.object({ type: z.literal('stop') }),
])
export type ToThread = z.output<typeof toThread>

/** Messages from a thread to the server. */
export const fromThread = z.discriminatedUnion('type', [
  /** It has loaded its program. */
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('reply'), id: z.number(), reply: z.unknown() }),
  z.object({
    type: z.literal('failed'),
    id: z.number(),
    message: z.string(),
    code: z.number().optional(),
  }),
  /** Something that nobody asked for. */
  z.object({ type: z.literal('event'), event: z.unknown() }),
])
export type FromThread = z.output<typeof fromThread>
