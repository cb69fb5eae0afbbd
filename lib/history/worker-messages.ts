import * as z from 'zod'
import { repository } from '@/lib/git/repository'

/** What the main thread and the thread that reads the history send each other. */
export const workerOptions = z.object({
  contentDir: z.string(),
  dataDir: z.string(),
  /** Found by the main thread; the other thread must not choose another one. */
  repository: repository.optional(),
})

export const readingOrder = z.literal('read')
export type ReadingOrder = z.output<typeof readingOrder>

/** The slugs of articles whose history has changed. */
export const storedSlugs = z.array(z.string())

export const readingResult = z.object({
  /** 'available', or why there is no history. */
  state: z.string(),
  message: z.string(),
  /** Whether the state differs from the previous one. */
  changed: z.boolean(),
})
export type ReadingResult = z.output<typeof readingResult>
