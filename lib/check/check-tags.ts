import { type CanonicalTag, findCanonical } from '@/lib/article/canonical-tags'
import { closestWord } from '@/lib/language/edit-distance'
import { isShort, suggestTags, type TaggedText } from '@/lib/language/suggest-tags'
import { withoutLeftovers } from '@/lib/markdown/leftovers'

export type TagFault = { index: number; problem: string; fix: string }

/** What an editor should know of an article's tags, by their position in the list; nothing without a tags.yaml. */
export function tagFaults(tags: readonly string[], canonical: readonly CanonicalTag[]): TagFault[] {
  if (canonical.length === 0) return []
  return tags.flatMap((tag, index) => {
    if (findCanonical(tag, canonical)) return []
    const meant = closestWord(tag, namesOf(canonical))
    const fix = meant ? `did you mean ${meant}?` : 'use a tag of tags.yaml, or add it there'
    return [{ index, problem: `${JSON.stringify(tag)} is not a tag of tags.yaml`, fix }]
  })
}

/** As many as an editor can take in at a glance. */
const SUGGESTED = 5

/** With fewer than this the article is too short for a useful suggestion. */
const WORTH_TELLING = 2

/**
 * The warning for an article without tags, where other articles have some: it suggests tags by their canonical names.
 * Undefined when the text suggests none.
 */
export function untaggedFault(
  article: TaggedText,
  canonical: readonly CanonicalTag[],
): Omit<TagFault, 'index'> | undefined {
  // In a text of a few lines the only suggestions would be words of the headline, which the editor has just written.
  const text = withoutLeftovers(article.text)
  const told = isShort(article) ? { ...article, text, title: '' } : { ...article, text }
  const suggested = suggestTags(told, { limit: SUGGESTED, own: canonical })
  if (suggested.length < WORTH_TELLING) return undefined
  return { problem: 'are missing', fix: `perhaps ${suggested.join(', ')}` }
}

function namesOf(canonical: readonly CanonicalTag[]): string[] {
  return canonical.flatMap(({ name, synonyms }) => [name, ...synonyms])
}
