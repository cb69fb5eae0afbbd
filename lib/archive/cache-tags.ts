import type { ListKind } from '@/lib/article/lists'
import { hashTerm } from '@/lib/language/term-hash'

/** The names by which pages say what they show and changes say what is out of date. */
export const FRONT = 'front'
export const TAGS = 'tags'
export const SITE = 'site'
export const ALL = 'all'
/** Comes with a change that takes an article from readers: nobody may be shown the pages of before, however slow new ones are. */
export const GONE = 'gone'
/** Whatever shows the names of the plain pages. */
export const PAGES = 'pages'

export const articleTag = (slug: string) => `article:${slug}`
/** Headline, standfirst and the rest of an article's summary, wherever it is shown outside of a list. */
export const summaryTag = (slug: string) => `summary:${slug}`
export const relatedTag = (slug: string) => `related:${slug}`
export const aliasTag = (path: string) => `alias:${path}`
export const listTag = (kind: ListKind, slug: string) => `list:${kind}:${slug}`
export const pageTag = (slug: string) => `page:${slug}`
export const mediaTag = (path: string) => `media:${path}`
/** Whatever was chosen by asking which articles have this term; a hash, since a term may be long. */
export const neighbourhoodTag = (term: string) => `near:${hashTerm(term).toString(36)}`
