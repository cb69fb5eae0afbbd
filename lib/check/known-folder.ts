import type { CanonicalTag } from '@/lib/article/canonical-tags'
import { listAddress } from '@/lib/article/lists'
import { slugFromPath, slugify } from '@/lib/article/slug'
import { type ImageFault, NO_IMAGE } from '@/lib/content/image-facts'
import type { ListedFile } from '@/lib/content/list-content'
import { readContentFile } from '@/lib/content/read-content-file'
import { decodeText } from '@/lib/front-matter/decode-text'
import { fieldPlace } from '@/lib/front-matter/field-place'
import { findFences } from '@/lib/front-matter/front-matter-fences'
import { bodyAnchors, hasAnchor } from '@/lib/markdown/body-anchors'
import { isSigned, type TagUse, tagsBeside } from './check-tag-addresses'
import type { CheckedFile } from './checked-file'
import { closestName } from './closest-name'
import type { Known } from './known'

export type CheckedFolder = {
  files: readonly ListedFile[]
  checked: readonly CheckedFile[]
  tags: readonly CanonicalTag[]
}

/** What exists in a folder that was read whole. `imageFaults` are keyed by path. */
export function knownFolder(
  { files, checked, tags }: CheckedFolder,
  imageFaults: ReadonlyMap<string, ImageFault>,
): Known {
  const byPath = new Map(files.map((file) => [file.path.normalize('NFC'), file]))
  const slugsOf = (kind: ListedFile['kind']) =>
    new Set(
      [...byPath].filter(([, file]) => file.kind === kind).map(([path]) => slugFromPath(path)),
    )
  const articles = checked.flatMap(({ article }) => (article ? [article] : []))
  const byFile = new Map(articles.map((article) => [article.path, article]))
  const bySlug = new Map(articles.map((article) => [article.slug, article]))
  const aliases = new Set(articles.flatMap((article) => article.aliases))
  const tagNames = tags.flatMap(({ name, synonyms }) => [name, ...synonyms])
  const names = {
    article: slugsOf('article'),
    page: slugsOf('page'),
    list: new Set([
      ...articles.flatMap(({ lists }) => lists),
      ...tagNames.map((name) => listAddress({ kind: 'tag', slug: slugify(name) })),
    ]),
    image: new Set([...byPath].filter(([, { kind }]) => kind === 'media').map(([path]) => path)),
  }
  let kept: Map<string, TagUse[]> | undefined
  const uses = () => (kept ??= usesByAddress(checked))
  const usesTags = [...names.list].some((address) => address.startsWith('/tags/'))
  return {
    hasArticle: (slug) => names.article.has(slug),
    stateOf: (slug) => bySlug.get(slug),
    hasPage: (slug) => names.page.has(slug),
    isAlias: (path) => aliases.has(path),
    hasList: (address) => names.list.has(address),
    hasFile: (path) => byPath.has(path),
    imageFault: (path) =>
      byPath.get(path)?.kind === 'media' ? imageFaults.get(path) : byPath.get(path) && NO_IMAGE,
    anchorsWithout: anchorFinder(byPath, bySlug),
    closest: (kind, name) => closestName(kind, name, names[kind]),
    tags: () => tags,
    usesTags: () => usesTags,
    tagsBeside: (name) => tagsBeside(name, uses().get(slugify(name)) ?? []),
    textOf: (path) => byFile.get(path),
    placeOf: (path, keys) => {
      const file = byPath.get(path.normalize('NFC'))
      const read = file && readContentFile(file)
      return read?.ok ? fieldPlace(read.bytes, keys) : { line: 1, column: 1 }
    },
  }
}

function usesByAddress(checked: readonly CheckedFile[]): Map<string, TagUse[]> {
  const uses = new Map<string, TagUse[]>()
  for (const { path, text, article } of checked.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    for (const name of text?.tags ?? []) {
      const slug = slugify(name)
      // A plain tag of a draft clashes once readers see it.
      const counts = article?.isPublic || isSigned(name)
      if (slug !== '' && counts) uses.set(slug, [...(uses.get(slug) ?? []), { name, path }])
    }
  }
  return uses
}

/** Reads a body again when something links to it: keeping them all would take as much memory as the whole archive. */
function anchorFinder(
  byPath: ReadonlyMap<string, ListedFile>,
  bySlug: ReadonlyMap<string, { path: string; lang: string }>,
): Known['anchorsWithout'] {
  const found = new Set<string>()
  return (slug, anchor) => {
    const key = `${slug}#${anchor}`
    const article = bySlug.get(slug)
    if (article === undefined || found.has(key)) return undefined
    const file = byPath.get(article.path.normalize('NFC'))
    const body = file && bodyOf(file)
    if (body === undefined) return undefined
    if (!hasAnchor(body, article.lang, anchor)) return bodyAnchors(body, article.lang)
    found.add(key)
    return undefined
  }
}

/** Skips the fields, which have been parsed already and take most of the time. */
function bodyOf(file: ListedFile): string | undefined {
  const read = readContentFile(file)
  const decoded = read.ok ? decodeText(file.path, read.bytes) : undefined
  if (!decoded?.ok) return undefined
  const fences = findFences(file.path, decoded.text)
  return fences.ok ? decoded.text.slice(fences.bodyStart) : undefined
}
