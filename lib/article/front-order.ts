import * as z from 'zod'

/** What front.yaml says: slugs in the order in which an editor wants them. */
export const frontOrder = z.object({
  /** The first stories of the front page; the very first is the lead. */
  first: z.array(z.string()),
  /** The first stories of a section's band, by the section's name. */
  bands: z.record(z.string(), z.array(z.string())),
})
export type FrontOrder = z.output<typeof frontOrder>
