import { z } from 'zod'
import { problemSchema } from '@/lib/front-matter/problem'

/** What main and the worker tell each other. */
export const workerOptions = z.object({ contentDir: z.string(), dataDir: z.string() })

export const orders = z.discriminatedUnion('type', [
  z.object({ type: z.literal('refresh'), id: z.number() }),
  z.object({ type: z.literal('rebuild') }),
  z.object({ type: z.literal('stop') }),
])
export type Order = z.output<typeof orders>

const paths = z.array(z.string())
export const changeCounts = z.object({ added: paths, changed: paths, removed: paths })

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
  /** An update is done; `id` is that of the order that asked for it. */
  z.object({
    type: z.literal('updated'),
    id: z.number().optional(),
    ...changeCounts.shape,
    /** Of the content, as the archive now knows them. */
    errors: z.number(),
  }),
  z.object({ type: z.literal('failed'), id: z.number().optional(), message: z.string() }),
])
export type Report = z.output<typeof reports>
