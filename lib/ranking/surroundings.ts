import * as z from 'zod'
import { quote } from '@/lib/insight/quote'
import type { Rail } from '@/lib/related/rail'

const reason = z.object({ kind: z.enum(['tags', 'names']), names: z.array(z.string()) })

const rail: z.ZodType<Rail> = z.object({
  places: z.array(
    z.object({
      slug: z.string(),
      reason: z.union([reason, z.undefined()]),
      sameText: z.array(z.string()),
    }),
  ),
})

/** What a page shows beside and below an article, as slugs: the page itself reads what readers may see of them. */
export const surroundings = z.object({ rail, story: z.array(quote) })
export type Surroundings = z.output<typeof surroundings>
