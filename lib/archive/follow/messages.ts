import * as z from 'zod'
import { problemSchema } from '@/lib/front-matter/problem'

/** What the main thread and the worker send each other. */
export const workerOptions = z.object({ contentDir: z.string(), dataDir: z.string() })

/** Scan the folder; `rebuild` first discards the archive as broken. */
export const orders = z.enum(['refresh', 'rebuild'])
export type Order = z.output<typeof orders>

const paths = z.array(z.string())
/** The answer to an order: paths below the content folder. */
export const refreshResult = z.object({ added: paths, changed: paths, removed: paths })
export type RefreshResult = z.output<typeof refreshResult>

export const reports = z.discriminatedUnion('type', [
  /** Pages with these cache tags are out of date. */
  z.object({ type: z.literal('changed'), tags: z.array(z.string()) }),
  z.object({
    type: z.literal('progress'),
    done: z.number(),
    total: z.number(),
    errors: z.number(),
  }),
  /** Problems found since the last such message: the first few, and their number. */
  z.object({
    type: z.literal('found'),
    problems: z.array(problemSchema),
    count: z.number(),
  }),
  /** An update is done, whatever started it; `errors` is the number of content errors that the archive now knows. */
  z.object({ type: z.literal('updated'), errors: z.number() }),
  z.object({ type: z.literal('failed'), message: z.string() }),
])
export type Report = z.output<typeof reports>
