import type { ListKind } from '@/lib/article/lists'
import { hashTerm } from '@/lib/language/term-hash'

/** Pages carry these names for what they show, and changes use them to say which pages are out of date. */
export const FRONT = 'front'
export const TAGS = 'tags'
export const SITE = 'site'
export const ALL = 'all'
/**
 * Marks a change that takes an article away from readers: the cache must not serve old pages, however slow the new ones
 * are.
 */
export const GONE = 'gone'
/** Carried by each page that lists the plain pages. */
export const PAGES = 'pages'

export const articleTag = (slug: string) => `article:${slug}`
/** An article's headline, standfirst and the rest of its summary, where a page shows them outside a list. */
export const summaryTag = (slug: string) => `summary:${slug}`
export const relatedTag = (slug: string) => `related:${slug}`
export const aliasTag = (path: string) => `alias:${path}`
export const listTag = (kind: ListKind, slug: string) => `list:${kind}:${slug}`
export const pageTag = (slug: string) => `page:${slug}`
export const mediaTag = (path: string) => `media:${path}`
/** Carried by each page that chose articles by this term; hashed, since a term may be long. */
export const neighbourhoodTag = (term: string) => `near:${hashTerm(term).toString(36)}`
