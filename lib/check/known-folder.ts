import type { CanonicalTag } from '@/lib/article/canonical-tags'
import { isImageFile } from '@/lib/article/media-src'
import { slugFromPath, slugify } from '@/lib/article/slug'
import type { ContentFile } from '@/lib/content/list-content'
import { readContentFile } from '@/lib/content/read-content'
import { decodeText } from '@/lib/front-matter/decode-text'
import { findFences } from '@/lib/front-matter/front-matter-fences'
import { bodyAnchors, hasAnchor } from '@/lib/markdown/body-anchors'
import { ARTICLE, PAGE } from './check-file'
import type { Known } from './check-references'
import type { CheckedFile } from './checked-file'

type Folder = {
  files: readonly ContentFile[]
  checked: readonly CheckedFile[]
  tags: readonly CanonicalTag[]
}

/** What exists in a folder, for links to lead to. */
export function knownFolder({ files, checked, tags }: Folder): Known {
  const paths = new Set(files.map(({ path }) => path.normalize('NFC')))
  // Of broken files too: that a link leads to one is no second mistake.
  const slugs = (kind: RegExp) =>
    new Set([...paths].filter((path) => kind.test(path)).map(slugFromPath))
  const articles = checked.flatMap(({ article }) => (article ? [article] : []))
  const tagNames = tags.flatMap(({ name, synonyms }) => [name, ...synonyms])
  return {
    articles: slugs(ARTICLE),
    pages: slugs(PAGE),
    aliases: new Set(articles.flatMap(({ aliases }) => aliases)),
    lists: new Set([
      ...articles.flatMap(({ lists }) => lists),
      ...tagNames.map((name) => `/tags/${slugify(name)}`),
    ]),
    images: new Set([...paths].filter(isImageFile)),
    hasFile: (path) => paths.has(path),
    anchorsWithout: anchorFinder(files, checked),
  }
}

/** Bodies are read again when one is linked to: keeping all of them would take the memory of the whole archive. */
function anchorFinder(
  files: readonly ContentFile[],
  checked: readonly CheckedFile[],
): Known['anchorsWithout'] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const bySlug = new Map(
    checked.flatMap(({ path, article }) =>
      article ? [[article.slug, { file: byPath.get(path), lang: article.lang }]] : [],
    ),
  )
  const found = new Set<string>()
  return (slug, anchor) => {
    const key = `${slug}#${anchor}`
    const { file, lang } = bySlug.get(slug) ?? {}
    const body = file === undefined || found.has(key) ? undefined : bodyOf(file)
    if (body === undefined) return undefined
    if (!hasAnchor(body, lang, anchor)) return bodyAnchors(body, lang)
    found.add(key)
    return undefined
  }
}

/** Without its fields, which have been parsed already and take most of the time. */
function bodyOf(file: ContentFile): string | undefined {
  const read = readContentFile(file)
  const decoded = read.ok ? decodeText(file.path, read.bytes) : undefined
  if (!decoded?.ok) return undefined
  const fences = findFences(file.path, decoded.text)
  return fences.ok ? decoded.text.slice(fences.bodyStart) : undefined
}
