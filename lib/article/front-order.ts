import { z } from 'zod'

/** What front.yaml says: slugs in the order in which an editor wants them. */
export const frontOrder = z.object({
  /** Of the first stories of the front page; the first of them leads. */
  first: z.array(z.string()),
  /** Of the first stories of a section's band, by the section's name. */
  bands: z.record(z.string(), z.array(z.string())),
})
export type FrontOrder = z.output<typeof frontOrder>
