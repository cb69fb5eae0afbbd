import { type CanonicalTag, findCanonical } from './canonical-tags'
import { closestWord } from './edit-distance'

export type TagFault = { index: number; problem: string; fix: string }

/** What an editor should know of an article's tags, by their place in the list; nothing without a tags.yaml. */
export function tagFaults(tags: readonly string[], canonical: readonly CanonicalTag[]): TagFault[] {
  if (canonical.length === 0) return []
  return tags.flatMap((tag, index) => {
    if (findCanonical(tag, canonical)) return []
    const meant = closestWord(tag, namesOf(canonical))
    const fix = meant ? `did you mean ${meant}?` : 'use a tag of tags.yaml, or add it there'
    return [{ index, problem: `${JSON.stringify(tag)} is no tag of tags.yaml`, fix }]
  })
}

function namesOf(canonical: readonly CanonicalTag[]): string[] {
  return canonical.flatMap(({ name, synonyms }) => [name, ...synonyms])
}
