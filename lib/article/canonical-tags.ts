import * as z from 'zod'
import { slugify } from './slug'

/** A tag of tags.yaml: the one name that readers see, and other names with the same meaning. */
export const canonicalTag = z.object({
  name: z.string(),
  slug: z.string(),
  synonyms: z.array(z.string()),
  description: z.exactOptional(z.string()),
})
export type CanonicalTag = z.output<typeof canonicalTag>

const lookups = new WeakMap<readonly CanonicalTag[], Map<string, CanonicalTag>>()

/** The canonical tag with this name, however it is spelt; undefined when tags.yaml has none. */
export function findCanonical(
  name: string,
  canonical: readonly CanonicalTag[],
): CanonicalTag | undefined {
  let lookup = lookups.get(canonical)
  if (lookup === undefined) {
    lookup = new Map(
      canonical.flatMap((tag) => [tag.name, ...tag.synonyms].map((each) => [slugify(each), tag])),
    )
    lookups.set(canonical, lookup)
  }
  return lookup.get(slugify(name))
}

/**
 * An article's tags by their canonical names, each once, and all other names that tags.yaml has for them. A tag that it
 * doesn't know stays as it is.
 */
export function canonicalNames(
  tags: readonly string[],
  canonical: readonly CanonicalTag[],
): { tags: string[]; synonyms: string[] } {
  if (canonical.length === 0) return { tags: [...tags], synonyms: [] }
  const known = tags.map((name) => findCanonical(name, canonical))
  const names = tags.map((name, i) => known[i]?.name ?? name)
  return {
    tags: [...new Set(names)],
    synonyms: [...new Set(known.flatMap((tag) => tag?.synonyms ?? []))],
  }
}
