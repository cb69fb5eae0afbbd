import { z } from 'zod'
import { problemSchema } from '@/lib/archive/stored'

const place = { line: z.number(), column: z.number() }

/** What one file of an article or page leads to. */
export const references = z.object({
  links: z.array(z.object({ ...place, href: z.string() })),
  images: z.array(z.object({ ...place, src: z.string(), alt: z.string() })),
})

const checkedArticle = z.object({
  slug: z.string(),
  title: z.string(),
  bodyLine: z.number(),
  aliases: z.array(z.string()),
  tags: z.array(z.string()),
  /** Paths of the lists that it stands in. */
  lists: z.array(z.string()),
  image: z.exactOptional(z.string()),
  lang: z.exactOptional(z.string()),
  /** Whether it was ever meant for readers: no draft, and not withdrawn. */
  isPublic: z.boolean(),
  /** Whether it says that its text belongs elsewhere. */
  isCopy: z.boolean(),
  references,
  text: z.string(),
})
export type CheckedArticle = z.output<typeof checkedArticle>

const checkedBody = z.object({ slug: z.string(), bodyLine: z.number(), references })

/** All that one file tells by itself; what it means beside the others is asked afterwards. */
export const checkedFile = z.object({
  path: z.string(),
  problems: z.array(problemSchema),
  article: z.exactOptional(checkedArticle),
  page: z.exactOptional(checkedBody),
  /** The text of one whose fields are wrong. */
  broken: z.exactOptional(checkedBody),
})
export type CheckedFile = z.output<typeof checkedFile>
