import { z } from 'zod'
import { problemSchema } from '@/lib/front-matter/problem'

/** What main and the worker tell each other. */
export const workerOptions = z.object({ contentDir: z.string(), dataDir: z.string() })

/** Look at the folder; before that forget an archive that is broken. */
export const orders = z.enum(['refresh', 'rebuild'])
export type Order = z.output<typeof orders>

const paths = z.array(z.string())
/** What an order is answered with, in paths below the content folder. */
export const refreshResult = z.object({ added: paths, changed: paths, removed: paths })
export type RefreshResult = z.output<typeof refreshResult>

export const reports = z.discriminatedUnion('type', [
  /** Pages with these tags are out of date. */
  z.object({ type: z.literal('changed'), tags: z.array(z.string()) }),
  z.object({
    type: z.literal('progress'),
    done: z.number(),
    total: z.number(),
    errors: z.number(),
  }),
  /** Found since the last such report: some of them, and how many they are. */
  z.object({
    type: z.literal('found'),
    problems: z.array(problemSchema),
    count: z.number(),
  }),
  /** An update is done, for whichever reason it began; `errors` counts those of the content as the archive now knows it. */
  z.object({ type: z.literal('updated'), errors: z.number() }),
  z.object({ type: z.literal('failed'), message: z.string() }),
])
export type Report = z.output<typeof reports>
