import * as z from 'zod'
import { CORRECTION_KINDS, KINDS } from './kind'

/** A point in time, as precisely as the editor wrote it: a bare date is the start of that day in the site's zone. */
export type Moment = { at: Date; precision: 'day' | 'minute' | 'second' }

/**
 * How the values of fields are read. Front matter must be checked as an editor writes it; the archive holds values that
 * were checked when they were stored, and reads them a hundred times.
 */
export type FieldKinds = {
  /** A headline: one line. */
  line: z.ZodType<string>
  paragraph: z.ZodType<string>
  /** A name that has an address: a tag, a source. */
  name: z.ZodType<string>
  webAddress: z.ZodType<string>
  /** The slug of an article. */
  slug: z.ZodType<string>
  language: z.ZodType<string>
  /** A path of this site. */
  alias: z.ZodType<string>
  mediaSrc: z.ZodType<string>
  moment: z.ZodType<Moment>
  /** Two percentages, from the left and from the top edge. */
  focus: z.ZodType<string>
  /** False when the field is absent. */
  flag: z.ZodType<boolean>
  /** Empty when the field is absent. */
  list<T>(item: z.ZodType<T>): z.ZodType<T[]>
}

/**
 * Every field of an article's front matter. Only this list says which exist: the parser, the archive and the types derive
 * from it, so that no field can be parsed and then lost.
 */
export const articleFields = (kinds: FieldKinds) => ({
  title: kinds.line,
  date: kinds.moment,
  description: kinds.paragraph.exactOptional(),
  source: z
    .strictObject({ name: kinds.name, url: kinds.webAddress.exactOptional() })
    .exactOptional(),
  authors: kinds.list(kinds.name),
  tags: kinds.list(kinds.name),
  section: kinds.name.exactOptional(),
  kind: z.enum(KINDS).exactOptional(),
  image: z
    .strictObject({
      src: kinds.mediaSrc,
      alt: kinds.line,
      credit: kinds.line.exactOptional(),
      caption: kinds.paragraph.exactOptional(),
      focus: kinds.focus.exactOptional(),
    })
    .exactOptional(),
  updated: kinds.moment.exactOptional(),
  expires: kinds.moment.exactOptional(),
  draft: kinds.flag,
  lead: kinds.flag,
  evergreen: kinds.flag,
  canonical: kinds.webAddress.exactOptional(),
  aliases: kinds.list(kinds.alias),
  lang: kinds.language.exactOptional(),
  translationOf: kinds.slug.exactOptional(),
  translations: z.record(kinds.language, kinds.webAddress).exactOptional(),
  corrections: kinds.list(
    z.strictObject({
      date: kinds.moment,
      text: kinds.paragraph,
      kind: z.enum(CORRECTION_KINDS).exactOptional(),
    }),
  ),
  withdrawn: z.strictObject({ date: kinds.moment, reason: kinds.paragraph }).exactOptional(),
  comments: z.enum(['open', 'closed']).exactOptional(),
})

/** Every field of the front matter of content/pages. */
export const plainPageFields = (kinds: FieldKinds) => ({
  title: kinds.line,
  description: kinds.paragraph.exactOptional(),
  updated: kinds.moment.exactOptional(),
  lang: kinds.language.exactOptional(),
})

const text = z.string()

/** The values as JSON holds them: a Date as text. */
export const KEPT_KINDS: FieldKinds = {
  line: text,
  paragraph: text,
  name: text,
  webAddress: text,
  slug: text,
  language: text,
  alias: text,
  mediaSrc: text,
  focus: text,
  moment: z.strictObject({
    at: text.transform((written) => new Date(written)),
    precision: z.enum(['day', 'minute', 'second']),
  }),
  flag: z.boolean(),
  list: (item) => z.array(item),
}

export type WrittenFields = z.output<z.ZodObject<ReturnType<typeof articleFields>>>
export type WrittenPageFields = z.output<z.ZodObject<ReturnType<typeof plainPageFields>>>
