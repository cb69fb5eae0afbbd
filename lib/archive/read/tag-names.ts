import * as z from 'zod'
import type { ListKind } from '@/lib/article/lists'
import { slugify } from '@/lib/article/slug'
import { type Archive, theArchive } from '../open'

/** A tag as tags.yaml names it. */
export type TagName = { slug: string; name: string; description?: string }

const stored = z.object({
  slug: z.string(),
  name: z.string(),
  description: z.string().nullable(),
})

/** The canonical tag of a slug, which is the tag's own or a synonym's; undefined when tags.yaml has none. */
export function findTagName(slug: string, archive: Archive = theArchive()): TagName | undefined {
  const row = archive.rows.one(
    stored,
    `SELECT t.slug, t.name, t.description FROM tag_names n JOIN tag_names t ON t.slug = n.tag
     WHERE n.slug = :slug`,
    { slug },
  )
  if (row === undefined) return undefined
  const { description, ...named } = row
  return { ...named, ...(description !== null && { description }) }
}

/** The slug of the list with this name, in any spelling; a synonym gives its tag's slug. */
export function listSlug(kind: ListKind, name: string, archive: Archive = theArchive()): string {
  const slug = slugify(name)
  return (kind === 'tag' && findTagName(slug, archive)?.slug) || slug
}
