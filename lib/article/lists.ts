import * as z from 'zod'
import type { Article } from './article'
import { slugify } from './slug'

export const LIST_KINDS = ['tag', 'source', 'author', 'section'] as const
export type ListKind = (typeof LIST_KINDS)[number]

/** One list that an article is in. */
export const listName = z.object({ kind: z.enum(LIST_KINDS), slug: z.string(), name: z.string() })
export type ListName = z.output<typeof listName>

export type Labelled = Pick<Article, 'tags' | 'authors' | 'source' | 'section'>

/**
 * The lists that an article is in. Two spellings of a tag are one list; a name without a letter or number has no address,
 * so it is no list.
 */
export function listsOf(article: Labelled): ListName[] {
  const named = (kind: ListKind, names: readonly string[]) =>
    names.map((name) => ({ kind, slug: slugify(name), name }))
  const all = [
    ...named('tag', article.tags),
    ...named('author', article.authors),
    ...named('source', article.source ? [article.source.name] : []),
    ...named('section', article.section ? [article.section] : []),
  ]
  const seen = new Set<string>()
  return all.filter(({ kind, slug }) => {
    const key = `${kind}:${slug}`
    if (slug === '' || seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** The address of a list, decoded, for comparison with links. */
export const listAddress = ({ kind, slug }: Pick<ListName, 'kind' | 'slug'>) => `/${kind}s/${slug}`
