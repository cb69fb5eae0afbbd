import { attachmentKind } from '@/lib/article/attachment-kind'
import { isImageFile, mediaSrcFault, resolveMediaSrc } from '@/lib/article/media-src'
import type { Problem } from '@/lib/front-matter/problem'
import { closestWord } from '@/lib/language/edit-distance'
import { siteHref } from '@/lib/markdown/mark-links'
import { firstName, RESERVED_SLUGS } from '@/lib/site/route-table'
import { bodyProblem } from './check-body'
import type { CheckedText } from './checked-text'
import type { Known } from './known'

/** Anchors that every article page has in addition to those of its body. */
const PAGE_ANCHORS = new Set(['comments', 'respond', 'footnote-label'])

/** For this many dead links of one text the check looks for the name that was meant, which compares every name. */
const MAX_GUESSES = 20

/** The links, anchors and images of one body that lead nowhere, with their places. */
export function checkReferences(file: CheckedText, all: Known): Problem[] {
  const { links, images } = file
  const known = sparing(all)
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

type Guessing = Known & {
  closestAnchor(anchor: string, known: ReadonlySet<string>): string | undefined
}

/** The same, but it looks for the name that was meant only a limited number of times. */
function sparing(known: Known): Guessing {
  let left = MAX_GUESSES
  const once = <T>(guess: () => T) => (left-- > 0 ? guess() : undefined)
  return {
    ...known,
    closest: (kind, name) => once(() => known.closest(kind, name)),
    closestAnchor: (anchor, anchors) => once(() => closestWord(anchor, anchors)),
  }
}

type Words = { problem: string; fix: string }

/** What is wrong with an image's path, or undefined; `checkBody` reports what isn't a path at all. */
export function missingImage(
  path: string,
  src: string,
  known: Pick<Known, 'hasFile' | 'closest'>,
): Words | undefined {
  if (mediaSrcFault(src)) return undefined
  const resolved = resolveMediaSrc(path, src)
  if (resolved === undefined || known.hasFile(resolved)) return undefined
  const meant = known.closest('image', resolved)
  const fix = meant ? `did you mean ${meant}?` : 'add the file or correct the path'
  return { problem: `there is no image ${resolved}`, fix }
}

function deadLink(file: CheckedText, href: string, known: Guessing): Words | undefined {
  const own =
    file.kind === 'article' ? `/articles/${encodeURIComponent(file.slug)}` : `/${file.slug}`
  const base = 'http://site.invalid'
  const target = siteHref(href)
  if (!URL.canParse(target, base + own)) return dead(href)
  const attached = attachmentKind(target) ? resolveMediaSrc(file.path, target) : undefined
  if (attached !== undefined) return known.hasFile(attached) ? undefined : missingFile(attached)
  const { pathname, hash } = new URL(target, base + own)
  const path = decode(pathname).normalize('NFC')
  const anchor = decode(hash.slice(1))
  const [, first = '', second, third] = path.split('/')
  if (first === 'articles' && second !== undefined) {
    const slug = second.replace(/\.md$/, '')
    if (known.isAlias(`/articles/${slug}`)) return undefined
    if (!known.hasArticle(slug)) return dead(href, known.closest('article', slug))
    return third === undefined ? deadAnchor(slug, anchor, known) : undefined
  }
  if (first === 'media') return deadMedia(path, href, known)
  if (LISTS.has(first) && second !== undefined) {
    const list = `/${first}/${second}`
    return known.hasList(list) ? undefined : dead(href, known.closest('list', list))
  }
  const exists = first === '' || known.hasPage(path.slice(1)) || known.isAlias(path)
  return exists || isOwn(first) ? undefined : dead(href, known.closest('page', first))
}

const missingFile = (path: string): Words => ({
  problem: `there is no file ${path}`,
  fix: 'add the file or correct the path',
})

const LISTS = new Set(['tags', 'sources', 'authors', 'sections'])

/** A path below /media means one below content/media, or below content for a file beside an article. */
function deadMedia(path: string, href: string, known: Known): Words | undefined {
  const file = [path.slice(1), path.slice('/media/'.length)].find(known.hasFile)
  if (file === undefined) return dead(href)
  if (isImageFile(file) || attachmentKind(file)) return undefined
  return {
    problem: `${file} is of a kind that the site doesn’t serve`,
    fix: 'link to it elsewhere',
  }
}

/** Addresses that the site makes itself: lists, feeds, search. */
const isOwn = (first: string) => RESERVED_SLUGS.has(firstName(`/${first}`))

function deadAnchor(slug: string, anchor: string, known: Guessing): Words | undefined {
  if (anchor === '' || PAGE_ANCHORS.has(anchor) || anchor.startsWith('comment-')) return undefined
  const anchors = known.anchorsWithout(slug, anchor)
  if (!anchors) return undefined
  const meant =
    known.closestAnchor(anchor, anchors) ?? (anchors.has(`h-${anchor}`) ? `h-${anchor}` : undefined)
  const fix = meant ? `did you mean #${meant}?` : 'link to one of its headings or sentences'
  return { problem: `${slug} has no anchor #${anchor}`, fix }
}

function dead(href: string, meant?: string): Words {
  const fix = meant ? `did you mean ${meant}?` : 'link to a page that exists'
  return { problem: `the link ${JSON.stringify(href)} leads nowhere`, fix }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
