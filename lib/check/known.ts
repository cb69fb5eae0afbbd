import type { CanonicalTag } from '@/lib/article/canonical-tags'
import type { ImageFault } from '@/lib/content/image-facts'
import type { Position } from '@/lib/front-matter/position'
import type { TaggedText } from '@/lib/language/suggest-tags'

export type NamedKind = 'article' | 'page' | 'list' | 'image'

export type ArticleState = { hidden?: 'draft' | 'withdrawn'; due: Date; expires?: Date }

/** What exists in the folder, as the check of one text asks for it. */
export type Known = {
  /** Whether there is a file of this article, right or wrong: that a link leads to a broken one is no second mistake. */
  hasArticle(slug: string): boolean
  hasPage(slug: string): boolean
  /** What keeps an article from readers, now or later; undefined for one that was never right. */
  stateOf(slug: string): ArticleState | undefined
  /** Whether this path of the site leads on to an article. */
  isAlias(path: string): boolean
  /** Whether some article stands in the list at this address: `/tags/harbour`. */
  hasList(address: string): boolean
  /** Whether there is a file at this path below the content folder, in a folder that is served. */
  hasFile(path: string): boolean
  /** What is wrong with the file of an image that is there. */
  imageFault(path: string): ImageFault | undefined
  /** The ids of an article's body if `anchor` isn't among them; undefined when it is, or the body is unknown. */
  anchorsWithout(slug: string, anchor: string): ReadonlySet<string> | undefined
  /** The name that was probably meant: a slug, the address of a list, the path of an image. */
  closest(kind: NamedKind, name: string): string | undefined
  /** What tags.yaml says. */
  tags(): readonly CanonicalTag[]
  /** Whether tags.yaml, or any article that is meant for readers, names a tag: where none does, none lacks some. */
  usesTags(): boolean
  /** The headline and plain text of an article, by its file. */
  textOf(path: string): TaggedText | undefined
  /** Where a field stands in a file. */
  placeOf(path: string, keys: readonly PropertyKey[]): Position
}

/** The same, and `note` hears of everything that was asked for and could have been answered otherwise. */
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

/** The names by which a text says what it asked for, and a change what it changed: addresses, and paths of files. */
export const articleTarget = (slug: string) => `/articles/${slug}`
export const pageTarget = (slug: string) => `/${slug}`
export const anchorsTarget = (slug: string) => `/articles/${slug}#`
/** A name that leads nowhere, for which one like it may come; and the one that was probably meant, which may go. */
export const guessTarget = (kind: NamedKind, name: string) => `?${kind} ${name}`
export const meantTarget = (kind: NamedKind, name: string) => `=${kind} ${name}`
