import { slugify } from '@/lib/article/slug'
import type { TermCounts } from '@/lib/language/distinctive-terms'
import { hashTerm } from '@/lib/language/term-hash'
import { terms } from '@/lib/language/terms'

/** A reason names two things at most: a longer one isn't read. */
const MOST = 2
/** A tag whose words most articles have tells little, and is named only when there is no other. */
const COMMON = 0.5

/** Why two articles stand beside each other, by tags that editors gave both; undefined when they share none. */
export function sharedTags(
  here: readonly string[],
  there: readonly string[],
  { articles, frequencies }: TermCounts,
): string | undefined {
  const others = new Set(there.map(slugify))
  const shared = here.filter((tag) => others.has(slugify(tag)))
  const holders = (tag: string) => {
    const hashes = terms(tag).map(hashTerm)
    const known = frequencies(hashes)
    return Math.min(articles, ...hashes.map((hash) => known.get(hash) ?? 0))
  }
  const ranked = shared
    .map((tag) => ({ tag, holders: holders(tag) }))
    .sort((a, b) => a.holders - b.holders)
  const rare = ranked.filter((each) => each.holders <= COMMON * articles)
  const named = (rare.length > 0 ? rare : ranked).slice(0, MOST)
  return named.length === 0 ? undefined : `both on ${named.map(({ tag }) => tag).join(' and ')}`
}
