import { slugify } from '@/lib/article/slug'
import type { Problem } from '@/lib/front-matter/problem'
import { words } from '@/lib/language/words'
import type { CheckedText } from './checked-text'
import type { Known } from './known'

type Tag = { name: string; path: string; index: number }

/**
 * Different tags that would share one address, and so one page: C, C++ and C#. Spellings of one tag ("Covid-19", "covid
 * 19") are meant to share theirs. The problem of each use names the tag that it clashes with.
 */
export function tagClashes(texts: readonly CheckedText[], placeOf: Known['placeOf']): Problem[] {
  const byAddress = new Map<string, Map<string, Tag[]>>()
  for (const { path, tags } of texts) {
    tags.forEach((name, index) => {
      const slug = slugify(name)
      if (slug === '') return
      const byWords = byAddress.get(slug) ?? new Map<string, Tag[]>()
      const key = words(name).join(' ')
      byWords.set(key, [...(byWords.get(key) ?? []), { name, path, index }])
      byAddress.set(slug, byWords)
    })
  }
  return [...byAddress].flatMap(([slug, byWords]) => {
    const groups = [...byWords.values()]
    return groups.flatMap((group) => {
      const others = groups.flatMap((each) => (each === group ? [] : each.slice(0, 1)))
      return others.length === 0 ? [] : group.map((tag) => clash(tag, slug, others, placeOf))
    })
  })
}

function clash(
  { name, path, index }: Tag,
  slug: string,
  others: readonly Tag[],
  placeOf: Known['placeOf'],
): Problem {
  const named = others.map((other) => `${JSON.stringify(other.name)} of ${other.path}`)
  return {
    severity: 'error',
    path,
    ...placeOf(path, ['tags', index]),
    field: `tags[${index}]`,
    problem: `${JSON.stringify(name)} would share /tags/${slug} with ${named.join(' and ')}`,
    fix: 'write one of them in words, such as C sharp',
  }
}
