import { z } from 'zod'
import { repository } from '@/lib/git/repository'

/** What main and the thread that reads a history tell each other. */
export const workerOptions = z.object({
  contentDir: z.string(),
  dataDir: z.string(),
  /** Found by main: the thread must not take another one. */
  repository: repository.optional(),
})

export const reports = z.discriminatedUnion('type', [
  /** What is known of these articles has changed. */
  z.object({ type: z.literal('stored'), slugs: z.array(z.string()) }),
  z.object({
    type: z.literal('ended'),
    /** 'available', or why there is no history. */
    state: z.string(),
    message: z.string(),
    /** Whether the state is another than before. */
    changed: z.boolean(),
  }),
])
export type Report = z.output<typeof reports>
