import { slugify } from '@/lib/article/slug'
import type { TermCounts } from '@/lib/language/distinctive-terms'
import { hashTerm } from '@/lib/language/term-hash'
import { terms } from '@/lib/language/terms'
import type { Reason } from './rail'

/** A reason names at most two things: nobody reads a longer one. */
const MOST = 2
/** A tag whose words are in most articles says nothing about two of them. */
const COMMON = 0.5

/**
 * Why one article is shown beside another, by tags that editors gave both; undefined when they share no tag that says
 * something.
 */
export function sharedTags(
  here: readonly string[],
  there: readonly string[],
  { articles, frequencies }: TermCounts,
): Reason | undefined {
  const others = new Set(there.map(slugify))
  const shared = here.filter((tag) => others.has(slugify(tag)))
  const holders = (tag: string) => {
    const hashes = terms(tag).map(hashTerm)
    const known = frequencies(hashes)
    return Math.min(articles, ...hashes.map((hash) => known.get(hash) ?? 0))
  }
  const names = shared
    .map((tag) => ({ tag, holders: holders(tag) }))
    .filter((each) => each.holders <= COMMON * articles)
    .sort((a, b) => a.holders - b.holders)
    .map(({ tag }) => tag)
  return names.length === 0 ? undefined : { kind: 'tags', names: names.slice(0, MOST) }
}
