import * as z from 'zod'

const text = z.string().nullish()
/** Older versions number their rows, newer ones name them. */
const id = z.union([z.string(), z.number()]).transform(String)

const post = z.object({
  id,
  uuid: text,
  title: text,
  slug: text,
  mobiledoc: text,
  lexical: text,
  html: text,
  /** Before version 1. */
  markdown: text,
  feature_image: text,
  image: text,
  type: text,
  page: z.union([z.boolean(), z.number()]).nullish(),
  status: text,
  visibility: text,
  locale: text,
  created_at: z.union([z.string(), z.number()]).nullish(),
  published_at: z.union([z.string(), z.number()]).nullish(),
  custom_excerpt: text,
  meta_description: text,
  canonical_url: text,
  author_id: id.nullish(),
})

const data = z.object({
  posts: z.array(post),
  tags: z.array(z.object({ id, name: text, slug: text, visibility: text })).default([]),
  users: z.array(z.object({ id, name: text, slug: text })).default([]),
  posts_tags: z
    .array(z.object({ post_id: id, tag_id: id, sort_order: z.number().nullish() }))
    .default([]),
  posts_authors: z
    .array(z.object({ post_id: id, author_id: id, sort_order: z.number().nullish() }))
    .default([]),
  posts_meta: z
    .array(
      z.object({
        post_id: id,
        feature_image_alt: text,
        feature_image_caption: text,
        meta_description: text,
      }),
    )
    .default([]),
  settings: z
    .array(
      z.object({
        key: z.string(),
        value: z.union([z.string(), z.boolean(), z.number()]).nullish(),
      }),
    )
    .default([]),
})

/** What an import needs of Ghost's export; `db` is missing in the oldest ones. */
export const ghostExport = z.union([
  z.object({ db: z.array(z.object({ data })).min(1) }).transform(({ db }) => db[0]?.data),
  z.object({ data }).transform((whole) => whole.data),
])

export type GhostData = z.output<typeof data>
export type GhostPost = z.output<typeof post>
