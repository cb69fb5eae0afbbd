import * as z from 'zod'
import { KEPT_KINDS } from '@/lib/article/article-fields'
import { jsonText } from '@/lib/article/json-text'

const place = { line: z.number(), column: z.number() }
const { moment } = KEPT_KINDS

/**
 * How the text of one file refers to the rest of the content: everything that `checkArticle` needs. The archive stores it,
 * so that when a target of the text appears or vanishes, the text is checked again without reading the file.
 */
const checkedText = z.strictObject({
  kind: z.enum(['article', 'page']),
  path: z.string(),
  slug: z.string(),
  /** The line of the file on which its body starts. */
  bodyLine: z.number(),
  /** Links within the site, with their places in the body. */
  links: z.array(z.strictObject({ ...place, href: z.string() })),
  images: z.array(z.strictObject({ ...place, src: z.string() })),
  /** The front matter's image, as it is written there. */
  image: z.exactOptional(z.string()),
  aliases: z.array(z.string()),
  /** The slug of what it says it is a translation of. */
  translationOf: z.exactOptional(z.string()),
  tags: z.array(z.string()),
  /** Whether it is meant for readers but has no tags. */
  isUntagged: z.boolean(),
  /** Absent when no date was worth a warning: as time passes there can only be fewer warnings. */
  dates: z.exactOptional(
    z.strictObject({
      published: moment,
      updated: z.exactOptional(moment),
      expires: z.exactOptional(moment),
      draft: z.boolean(),
    }),
  ),
})
export type CheckedText = z.output<typeof checkedText>

/** The same as JSON, to cross threads and to be stored. */
export const keptText = jsonText(checkedText)

/** Whether other content can cause a problem in this text; `hasTags` says whether tags.yaml names any tags. */
export function looksElsewhere(text: CheckedText, hasTags: boolean): boolean {
  const { links, images, image, aliases, translationOf, tags, isUntagged, dates } = text
  return (
    links.length + images.length + aliases.length > 0 ||
    (hasTags && tags.length > 0) ||
    image !== undefined ||
    translationOf !== undefined ||
    isUntagged ||
    dates !== undefined
  )
}
