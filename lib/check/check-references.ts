import { isImageFile, mediaSrcFault, resolveMediaSrc } from '@/lib/article/media-src'
import type { Problem } from '@/lib/front-matter/problem'
import { closestWord } from '@/lib/language/edit-distance'
import type { BodyReferences } from '@/lib/markdown/body-references'
import { siteHref } from '@/lib/markdown/mark-links'
import { RESERVED_SLUGS } from '@/lib/site/routes'
import { bodyProblem } from './check-body'

/** What exists in the folder, for links and images to point to. */
export type Known = {
  articles: ReadonlySet<string>
  pages: ReadonlySet<string>
  /** Site paths that lead on to an article. */
  aliases: ReadonlySet<string>
  /** Paths of the lists that some article stands in: `/tags/harbour`. */
  lists: ReadonlySet<string>
  /** Paths of images below the content folder. */
  images: ReadonlySet<string>
  /** Whether there is a file at this path below the content folder. */
  hasFile(path: string): boolean
  /** The ids of an article's body if `anchor` isn't among them; undefined when it is, or the body is unknown. */
  anchorsWithout(slug: string, anchor: string): ReadonlySet<string> | undefined
}

type CheckedFile = { slug: string; path: string; bodyLine: number; kind: 'article' | 'page' }

/** Anchors that every article page has besides those of its body. */
const PAGE_ANCHORS = new Set(['comments', 'respond', 'footnote-label'])

/** Links, anchors and images of one body that lead nowhere, at their places. */
export function checkReferences(
  file: CheckedFile,
  known: Known,
  { links, images }: Pick<BodyReferences, 'links' | 'images'>,
): Problem[] {
  const dead = links.flatMap((link) => {
    const words = deadLink(file, link.href, known)
    return words ? [bodyProblem(file, 'error', link, words)] : []
  })
  const missing = images.flatMap((image) => {
    const words = missingImage(file.path, image.src, known)
    return words ? [bodyProblem(file, 'error', image, words)] : []
  })
  return [...dead, ...missing]
}

type Words = { problem: string; fix: string }

/** What is wrong with an image's path, or undefined; a path that is no path is told by `checkBody`. */
export function missingImage(
  path: string,
  src: string,
  known: Pick<Known, 'hasFile' | 'images'>,
): Words | undefined {
  if (mediaSrcFault(src)) return undefined
  const resolved = resolveMediaSrc(path, src)
  if (resolved === undefined || known.hasFile(resolved)) return undefined
  const meant = meantImage(resolved, known.images)
  const fix = meant ? `did you mean ${meant}?` : 'add the file or mend the path'
  return { problem: `there is no image ${resolved}`, fix }
}

/** By the file's name: folders are long, and would make any two names in one look alike. */
function meantImage(resolved: string, images: ReadonlySet<string>): string | undefined {
  const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)
  const byName = new Map([...images].map((path) => [nameOf(path), path]))
  const name = nameOf(resolved)
  return byName.get(byName.has(name) ? name : (closestWord(name, byName.keys()) ?? ''))
}

function deadLink(file: CheckedFile, href: string, known: Known): Words | undefined {
  const own =
    file.kind === 'article' ? `/articles/${encodeURIComponent(file.slug)}` : `/${file.slug}`
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(href)) return undefined
  const base = 'http://site.invalid'
  const target = siteHref(href)
  if (!URL.canParse(target, base + own)) return dead(href)
  const { pathname, hash } = new URL(target, base + own)
  const path = decode(pathname).normalize('NFC')
  const anchor = decode(hash.slice(1))
  const [, first = '', second, third] = path.split('/')
  if (first === 'articles' && second !== undefined) {
    const slug = second.replace(/\.md$/, '')
    if (known.aliases.has(`/articles/${slug}`)) return undefined
    if (!known.articles.has(slug)) return dead(href, closestWord(slug, known.articles))
    return third === undefined ? deadAnchor(slug, anchor, known) : undefined
  }
  if (first === 'media') return deadMedia(path, href, known)
  if (LISTS.has(first) && second !== undefined) {
    const list = `/${first}/${second}`
    return known.lists.has(list) ? undefined : dead(href, closestWord(list, known.lists))
  }
  const exists = first === '' || known.pages.has(path.slice(1)) || known.aliases.has(path)
  return exists || isOwn(first) ? undefined : dead(href, closestWord(first, known.pages))
}

const LISTS = new Set(['tags', 'sources', 'authors', 'sections'])

/** A path below /media is one below content/media, or below content for a file beside an article. */
function deadMedia(path: string, href: string, known: Known): Words | undefined {
  const file = [path.slice(1), path.slice('/media/'.length)].find(known.hasFile)
  if (file === undefined) return dead(href)
  if (isImageFile(file)) return undefined
  return { problem: `${file} is no image, and only images are served`, fix: 'link to it elsewhere' }
}

/** Addresses that the site makes itself: lists, feeds, search. */
function isOwn(first: string): boolean {
  return RESERVED_SLUGS.has(first.replace(/\.[a-z]+$/, ''))
}

function deadAnchor(slug: string, anchor: string, known: Known): Words | undefined {
  if (anchor === '' || PAGE_ANCHORS.has(anchor) || anchor.startsWith('comment-')) return undefined
  const anchors = known.anchorsWithout(slug, anchor)
  if (!anchors) return undefined
  const meant =
    closestWord(anchor, anchors) ?? (anchors.has(`h-${anchor}`) ? `h-${anchor}` : undefined)
  const fix = meant ? `did you mean #${meant}?` : 'link to a heading or sentence that is there'
  return { problem: `${slug} has no place #${anchor}`, fix }
}

function dead(href: string, meant?: string): Words {
  const fix = meant ? `did you mean ${meant}?` : 'link to a page that is there'
  return { problem: `the link ${JSON.stringify(href)} leads nowhere`, fix }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
