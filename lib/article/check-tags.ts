import type { Article } from './article'
import { type CanonicalTag, findCanonical } from './canonical-tags'
import { closestWord } from './edit-distance'
import { plainText } from './plain-text'
import type { Problem } from './problem'
import { suggestTags } from './suggest-tags'

/** As many as an editor reads at a glance. */
const SUGGESTED = 5

/**
 * Warnings about an article's tags: one that tags.yaml doesn't know, when it knows any, and none at all in a folder
 * whose other articles have some.
 */
export function checkTags(
  article: Pick<Article, 'path' | 'title' | 'body' | 'lang' | 'tags' | 'draft'>,
  canonical: readonly CanonicalTag[],
): Problem[] {
  const { path, title, body, lang, tags } = article
  const warning = { severity: 'warning', path, line: 1, column: 1 } as const
  if (tags.length === 0) {
    const suggested = suggestTags({ title, text: plainText(body), lang }, SUGGESTED)
    const named = suggested.map((name) => findCanonical(name, canonical)?.name ?? name)
    const fix =
      named.length > 0
        ? `perhaps ${[...new Set(named)].join(', ')}`
        : 'add what the article is about'
    return [{ ...warning, field: 'tags', problem: 'there are none', fix }]
  }
  if (canonical.length === 0) return []
  return tags.flatMap((tag, i) => {
    if (findCanonical(tag, canonical) !== undefined) return []
    const close = closestWord(
      tag,
      canonical.flatMap(({ name, synonyms }) => [name, ...synonyms]),
    )
    const meant = close === undefined ? undefined : findCanonical(close, canonical)?.name
    return [
      {
        ...warning,
        field: `tags[${i}]`,
        problem: `${JSON.stringify(tag)} is not in tags.yaml`,
        fix: meant === undefined ? 'add it there, or use one that is' : `did you mean ${meant}?`,
      },
    ]
  })
}
