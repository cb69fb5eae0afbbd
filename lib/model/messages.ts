import * as z from 'zod'
import { choice, choosing } from './choosing'

/** The state of the model, for editors. */
export const modelFigures = z.object({
  host: z.string(),
  model: z.string(),
  callsToday: z.number(),
  callsPerDay: z.number(),
  /** Since the server started. */
  chosen: z.number(),
  kept: z.number(),
  failed: z.number(),
  /** The median time of the latest calls, in milliseconds; absent before the first. */
  usualMs: z.exactOptional(z.number()),
  lastFailure: z.exactOptional(z.object({ at: z.date(), reason: z.string() })),
  /** It failed several times, and won't be asked again before this. */
  restsUntil: z.exactOptional(z.date()),
})
export type ModelFigures = z.output<typeof modelFigures>

/** Orders for the thread that asks the model. */
export const modelOrder = z.discriminatedUnion('type', [
  z.object({ type: z.literal('choose'), choosing }),
  /**
   * Answered with the choice if it was made earlier; otherwise the choice is made later, and announced by this cache tag.
   */
  z.object({ type: z.literal('find'), choosing, tag: z.string() }),
  z.object({ type: z.literal('figures') }),
])
export type ModelOrder = z.output<typeof modelOrder>

export const modelReply = z.object({
  choice: z.exactOptional(choice),
  figures: z.exactOptional(modelFigures),
})
export type ModelReply = z.output<typeof modelReply>

/** What the thread sends unasked. */
export const modelEvent = z.discriminatedUnion('type', [
  /** A choice was made in the background for pages with this cache tag. */
  z.object({ type: z.literal('chosen'), tag: z.string() }),
  z.object({
    type: z.literal('warning'),
    fields: z.record(z.string(), z.unknown()),
    message: z.string(),
  }),
])
export type ModelEvent = z.output<typeof modelEvent>

export const modelOptions = z.object({
  dataDir: z.string(),
  settings: z.object({
    url: z.string(),
    model: z.string(),
    key: z.exactOptional(z.string()),
    callsPerDay: z.number(),
  }),
})
