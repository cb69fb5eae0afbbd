import * as z from 'zod'

const passage = z.object({
  id: z.exactOptional(z.string()),
  parts: z.array(z.object({ text: z.string(), marked: z.boolean() })),
})

const facet = z.object({
  kind: z.enum(['tag', 'source', 'author', 'section', 'year', 'lang']),
  slug: z.string(),
  name: z.string(),
  count: z.number(),
})

/** One page of what a search found. It crosses from the thread that searches to the one that renders. */
export const searchOutcome = z.object({
  hits: z.array(z.object({ slug: z.string(), passage: z.exactOptional(passage) })),
  page: z.number(),
  pages: z.number(),
  total: z.number(),
  /** There are more than `total`, or may be. */
  more: z.boolean(),
  /** What no article has, and what was looked for instead or besides. */
  corrections: z.array(z.object({ from: z.string(), to: z.string() })),
  /** Some of the articles found have its words side by side: the same search for just these. */
  phrase: z.exactOptional(z.string()),
  /** Lists, years and languages that many of the found articles share. */
  facets: z.array(facet),
  /** For an empty result: searches that find something. */
  fewer: z.array(z.string()),
  tags: z.array(z.object({ slug: z.string(), name: z.string() })),
})
export type SearchOutcome = z.output<typeof searchOutcome>
