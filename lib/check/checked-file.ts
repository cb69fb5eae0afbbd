import { z } from 'zod'
import { problemSchema } from '@/lib/front-matter/problem'
import { keptText } from './checked-text'

const checkedArticle = z.object({
  path: z.string(),
  slug: z.string(),
  title: z.string(),
  lang: z.string(),
  aliases: z.array(z.string()),
  /** Addresses of the lists that it stands in: of none, if it isn't meant for readers. */
  lists: z.array(z.string()),
  /** Whether it was ever meant for readers: no draft, and not withdrawn. */
  isPublic: z.boolean(),
  hidden: z.exactOptional(z.enum(['draft', 'withdrawn'])),
  due: z.date(),
  expires: z.exactOptional(z.date()),
  /** Whether it says that its text belongs elsewhere. */
  isCopy: z.boolean(),
  /** Plain. */
  text: z.string(),
})
export type CheckedArticle = z.output<typeof checkedArticle>

/** All that one file tells by itself; what it means beside the others is asked afterwards. */
export const checkedFile = z.object({
  path: z.string(),
  problems: z.array(problemSchema),
  text: z.exactOptional(keptText),
  article: z.exactOptional(checkedArticle),
  page: z.exactOptional(z.object({ path: z.string(), slug: z.string() })),
})
export type CheckedFile = z.output<typeof checkedFile>
