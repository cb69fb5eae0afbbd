import { slugify } from '@/lib/article/slug'
import { words } from '@/lib/language/words'

/** A use of a tag: how it is written, and in which file. */
export type TagUse = { name: string; path: string }

/** The address of a tag, and what tells it from others with that address: C++ and C# are both at /tags/c. */
export const tagAddress = (name: string) => ({ slug: slugify(name), key: words(name).join(' ') })

/**
 * Whether a tag says more than its address does. Only such tags clash with others: spellings of one ("Covid-19", "covid
 * 19") are meant to share theirs.
 */
export function isSigned(name: string): boolean {
  const { slug, key } = tagAddress(name)
  return slug !== '' && key !== words(slug.replaceAll('-', ' ')).join(' ')
}

/** The first use of each tag that shares an address with this one, by path. */
export function tagsBeside(name: string, uses: readonly TagUse[]): TagUse[] {
  const { key } = tagAddress(name)
  const others = new Map<string, TagUse>()
  for (const use of uses) {
    const other = tagAddress(use.name).key
    if (other !== key && !others.has(other)) others.set(other, use)
  }
  return [...others.values()]
}
