import { z } from 'zod'
import { KEPT_KINDS } from '@/lib/article/article-fields'
import { jsonText } from '@/lib/article/json-text'

const place = { line: z.number(), column: z.number() }
const { moment } = KEPT_KINDS

/**
 * What the text of one file has to do with the rest of the folder: all that `checkArticle` looks at. The archive keeps
 * it, so that a file is looked at again without being read when something that it leads to comes or goes.
 */
const checkedText = z.strictObject({
  kind: z.enum(['article', 'page']),
  path: z.string(),
  slug: z.string(),
  /** The line of the file on which its body begins. */
  bodyLine: z.number(),
  /** Inside the site, at their places in the body. */
  links: z.array(z.strictObject({ ...place, href: z.string() })),
  images: z.array(z.strictObject({ ...place, src: z.string() })),
  /** The image of the front matter, as it is written there. */
  image: z.exactOptional(z.string()),
  aliases: z.array(z.string()),
  /** The slug of what it says it is a translation of. */
  translationOf: z.exactOptional(z.string()),
  tags: z.array(z.string()),
  /** Whether it is meant for readers and has no tags. */
  isUntagged: z.boolean(),
  /** Absent where no date was worth a warning: time only makes them fewer. */
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

/** The same as JSON: how it crosses threads, and how it is kept. */
export const keptText = jsonText(checkedText)

/** Whether anything beside the file can be a reason for a problem of its text, where tags.yaml names tags or doesn't. */
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
