import { slugify } from '@/lib/article/slug'
import type { TermCounts } from '@/lib/language/distinctive-terms'
import { hashTerm } from '@/lib/language/term-hash'
import { terms } from '@/lib/language/terms'
import type { Reason } from './rail'

/** A reason names two things at most: a longer one isn't read. */
const MOST = 2
/** A tag whose words most articles have tells nothing of two of them. */
const COMMON = 0.5

/** Why two articles stand beside each other, by tags that editors gave both; undefined when they share none that tells. */
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
