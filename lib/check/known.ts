import type { CanonicalTag } from '@/lib/article/canonical-tags'
import type { ImageFault } from '@/lib/content/image-facts'
import type { Position } from '@/lib/front-matter/position'
import type { TaggedText } from '@/lib/language/suggest-tags'
import type { TagUse } from './check-tag-addresses'

export type NamedKind = 'article' | 'page' | 'list' | 'image'

export type ArticleState = { hidden?: 'draft' | 'withdrawn'; due: Date; expires?: Date }

/** What exists in the content folder, for the check of one text. */
export type Known = {
  /** Whether this article has a file, valid or not: a link to an invalid article is no second mistake. */
  hasArticle(slug: string): boolean
  hasPage(slug: string): boolean
  /** What keeps an article from readers, now or later; undefined for one that was never valid. */
  stateOf(slug: string): ArticleState | undefined
  /** Whether this path of the site redirects to an article. */
  isAlias(path: string): boolean
  /** Whether the list at this address (`/tags/harbour`) has any article. */
  hasList(address: string): boolean
  /** Whether a file exists at this path below the content folder, in a folder whose files readers can get. */
  hasFile(path: string): boolean
  /** What is wrong with the file of an existing image. */
  imageFault(path: string): ImageFault | undefined
  /** The ids of an article's body if `anchor` isn't among them; undefined when it is, or the body is unknown. */
  anchorsWithout(slug: string, anchor: string): ReadonlySet<string> | undefined
  /** The name that was probably meant: a slug, the address of a list, the path of an image. */
  closest(kind: NamedKind, name: string): string | undefined
  /** What tags.yaml says. */
  tags(): readonly CanonicalTag[]
  /** Whether tags.yaml, or any article for readers, names a tag: where none does, no article lacks one. */
  usesTags(): boolean
  /** The first use of each other tag that would have this one's address. */
  tagsBeside(name: string): TagUse[]
  /** The headline and plain text of an article, by its file. */
  textOf(path: string): TaggedText | undefined
  /** Where a field is in a file. */
  placeOf(path: string, keys: readonly PropertyKey[]): Position
}

/** The same, but `note` receives each target that was looked up and whose answer may change later. */
export function noting(known: Known, note: (target: string) => void): Known {
  const noted = <T>(target: string, answer: T): T => {
    note(target)
    return answer
  }
  return {
    ...known,
    hasArticle: (slug) => noted(articleTarget(slug), known.hasArticle(slug)),
    hasPage: (slug) => noted(pageTarget(slug), known.hasPage(slug)),
    stateOf: (slug) => noted(anchorsTarget(slug), known.stateOf(slug)),
    isAlias: (path) => noted(path, known.isAlias(path)),
    hasList: (address) => noted(address, known.hasList(address)),
    hasFile: (path) => noted(path, known.hasFile(path)),
    imageFault: (path) => noted(path, known.imageFault(path)),
    anchorsWithout: (slug, anchor) =>
      noted(anchorsTarget(slug), known.anchorsWithout(slug, anchor)),
    closest: (kind, name) => {
      const meant = known.closest(kind, name)
      if (meant !== undefined) note(meantTarget(kind, meant))
      return noted(guessTarget(kind, name), meant)
    },
  }
}

/** The targets that a text looks up and that a change affects: addresses, and paths of files. */
export const articleTarget = (slug: string) => `/articles/${slug}`
export const pageTarget = (slug: string) => `/${slug}`
export const anchorsTarget = (slug: string) => `/articles/${slug}#`
/** A name that doesn't exist, in case a similar one appears; and the name suggested for it, in case that vanishes. */
export const guessTarget = (kind: NamedKind, name: string) => `?${kind} ${name}`
export const meantTarget = (kind: NamedKind, name: string) => `=${kind} ${name}`
