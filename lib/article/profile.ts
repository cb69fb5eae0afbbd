import * as z from 'zod'

/** What authors.yaml says of an author, or sources.yaml of a source. */
export const profile = z.object({
  name: z.string(),
  slug: z.string(),
  /** "Science correspondent". */
  role: z.exactOptional(z.string()),
  /** A sentence or two. */
  about: z.exactOptional(z.string()),
  /** Path of an image below the content folder. */
  picture: z.exactOptional(z.string()),
  /** Their addresses on other sites. */
  links: z.array(z.string()),
})
export type Profile = z.output<typeof profile>
