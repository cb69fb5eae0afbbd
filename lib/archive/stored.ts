import { z } from 'zod'
import { siteSchema } from '@/lib/front-matter/article-schema'

/** The JSON forms in which the archive keeps what it was given; a Date is the text that JSON makes of it. */
const moment = z.object({
  at: z.string().transform((text) => new Date(text)),
  precision: z.enum(['day', 'minute', 'second']),
})
const source = z.object({ name: z.string(), url: z.exactOptional(z.string()) })
const image = z.object({
  src: z.string(),
  alt: z.string(),
  credit: z.exactOptional(z.string()),
  caption: z.exactOptional(z.string()),
})
const withdrawal = z.object({ date: moment, reason: z.string() })

const shared = {
  slug: z.string(),
  title: z.string(),
  published: moment,
  description: z.exactOptional(z.string()),
  source: z.exactOptional(source),
  authors: z.array(z.string()),
  tags: z.array(z.string()),
  section: z.exactOptional(z.string()),
  image: z.exactOptional(image),
  updated: z.exactOptional(moment),
  expires: z.exactOptional(moment),
  lead: z.boolean(),
  evergreen: z.boolean(),
  canonical: z.exactOptional(z.string()),
  lang: z.exactOptional(z.string()),
  withdrawn: z.exactOptional(withdrawal),
}

const summary = z.object({
  ...shared,
  standfirst: z.string(),
  excerpt: z.string(),
  words: z.number(),
})

const corrections = z.array(z.object({ date: moment, text: z.string() }))

const fields = z.object({
  ...shared,
  draft: z.boolean(),
  aliases: z.array(z.string()),
  corrections,
  comments: z.exactOptional(z.enum(['open', 'closed'])),
  path: z.string(),
  bodyLine: z.number(),
})

const page = z.object({
  slug: z.string(),
  path: z.string(),
  title: z.string(),
  description: z.exactOptional(z.string()),
  updated: z.exactOptional(moment),
  lang: z.exactOptional(z.string()),
  body: z.string(),
  bodyLine: z.number(),
})

export const problemSchema = z.object({
  severity: z.enum(['error', 'warning']),
  path: z.string(),
  line: z.number(),
  column: z.number(),
  field: z.string(),
  problem: z.string(),
  fix: z.string(),
})

/** A BLOB, in whatever buffer it lies. */
export const bytesColumn = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

/** A column of JSON in the form `schema` reads. */
const json = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(schema)

export const summaryColumn = json(summary)
export const correctionsColumn = json(corrections)
export const fieldsColumn = json(fields)
export const pageColumn = json(page)
export const siteColumn = json(siteSchema)
export const problemColumn = json(problemSchema)
