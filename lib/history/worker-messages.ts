import { z } from 'zod'
import { repository } from '@/lib/git/repository'

/** What main and the thread that reads a history tell each other. */
export const workerOptions = z.object({
  contentDir: z.string(),
  dataDir: z.string(),
  /** Found by main: the thread must not take another one. */
  repository: repository.optional(),
})

export const readingOrder = z.literal('read')
export type ReadingOrder = z.output<typeof readingOrder>

/** The slugs of articles of which something else is known now. */
export const storedSlugs = z.array(z.string())

export const readingResult = z.object({
  /** 'available', or why there is no history. */
  state: z.string(),
  message: z.string(),
  /** Whether the state is another than before. */
  changed: z.boolean(),
})
export type ReadingResult = z.output<typeof readingResult>
