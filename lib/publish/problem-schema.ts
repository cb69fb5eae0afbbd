import { z } from 'zod'
import type { Problem } from '@/lib/front-matter/problem'

/** A problem as it is kept between two starts. */
export const problemSchema = z.object({
  severity: z.enum(['error', 'warning']),
  path: z.string(),
  line: z.number(),
  column: z.number(),
  field: z.string(),
  problem: z.string(),
  fix: z.string(),
}) satisfies z.ZodType<Problem>
