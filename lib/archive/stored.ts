import * as z from 'zod'
import { articleFields, KEPT_KINDS, plainPageFields } from '@/lib/article/article-fields'
import { jsonText } from '@/lib/article/json-text'
import { siteSchema } from '@/lib/front-matter/article-schema'
import { problemSchema } from '@/lib/front-matter/problem'

/** The JSON in which the archive keeps content: the same fields as the parser's. */
const { date: published, ...otherFields } = articleFields(KEPT_KINDS)
const { language: lang } = KEPT_KINDS
const articleShape = { ...otherFields, published, lang }
const { aliases, corrections, comments, draft, ...listed } = articleShape

const summary = z.strictObject({
  ...listed,
  slug: z.string(),
  standfirst: z.string(),
  excerpt: z.string(),
  words: z.number(),
})

const fields = z.strictObject({
  ...articleShape,
  slug: z.string(),
  path: z.string(),
  bodyLine: z.number(),
})

const page = z.strictObject({
  ...plainPageFields(KEPT_KINDS),
  lang,
  slug: z.string(),
  path: z.string(),
  body: z.string(),
  bodyLine: z.number(),
})

/** A BLOB, in any kind of buffer. */
export const bytesColumn = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

export const summaryColumn = jsonText(summary)
export const correctionsColumn = jsonText(corrections)
export const fieldsColumn = jsonText(fields)
export const pageColumn = jsonText(page)
export const siteColumn = jsonText(siteSchema)
export const problemColumn = jsonText(problemSchema)
