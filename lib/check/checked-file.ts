import * as z from 'zod'
import { problemSchema } from '@/lib/front-matter/problem'
import { keptText } from './checked-text'

const checkedArticle = z.object({
  path: z.string(),
  slug: z.string(),
  title: z.string(),
  lang: z.string(),
  aliases: z.array(z.string()),
  /** Addresses of the lists that the article is in; empty if it isn't meant for readers. */
  lists: z.array(z.string()),
  /** Whether it is meant for readers: neither a draft nor withdrawn. */
  isPublic: z.boolean(),
  hidden: z.exactOptional(z.enum(['draft', 'withdrawn'])),
  due: z.date(),
  expires: z.exactOptional(z.date()),
  /** Whether its canonical address says that the text belongs elsewhere. */
  isCopy: z.boolean(),
  /** Plain text. */
  text: z.string(),
})
export type CheckedArticle = z.output<typeof checkedArticle>

/** Everything that one file says by itself; the checks against the rest of the content come later. */
export const checkedFile = z.object({
  path: z.string(),
  problems: z.array(problemSchema),
  text: z.exactOptional(keptText),
  article: z.exactOptional(checkedArticle),
  page: z.exactOptional(z.object({ path: z.string(), slug: z.string() })),
})
export type CheckedFile = z.output<typeof checkedFile>
