import type { Element, ElementContent, Root, RootContent } from 'hast'
import type { ImageSet } from '@/lib/article/image-set'
import { isRemote } from '@/lib/article/media-src'
import { element, elementsOf } from './hast-walk'

export type ImageContext = {
  /** The size of an image, by its `src` as the editor wrote it; undefined when the image doesn't exist. */
  imageSize(src: string): { width: number; height: number } | undefined
  /** The address where readers get the image. */
  mediaUrl(src: string): string
  /** The addresses of an image in all its sizes; without this function images use `mediaUrl`. */
  imageSet?(src: string): ImageSet | undefined
}

/** The first screen shows the headline, the standfirst and about this many blocks of the body. */
const BLOCKS_ABOVE_FOLD = 3

/** The width of the text, or that of the screen without its margins if this is narrower. */
export const BODY_SIZES = '(min-width: 43rem) 40rem, 94vw'

/** In a gallery as many pictures as fit are side by side (components/article/article-body.module.css). */
const gallerySizes = (count: number) =>
  `(min-width: 43rem) ${count === 2 ? 20 : 13}rem, (min-width: 26rem) 47vw, 94vw`

/**
 * Gives images their address and size (so that nothing moves while they load) and makes those below the fold load lazily.
 * An image alone in its paragraph, whose Markdown has a title, becomes a figure with the title as its caption. An image on
 * another site, which the policy would block, becomes a link to it. Where sizes are offered, each image links to the whole
 * picture. A missing image gets no address, for `addAltTexts` to find.
 */
export function addImages(tree: Root, context: ImageContext): void {
  const early = firstImage(tree)
  const sets = new Map<Element, ImageSet>()
  for (const node of elementsOf(tree)) {
    if (node.tagName !== 'img') continue
    const set = addImage(node, context, node === early)
    if (set) sets.set(node, set)
  }
  for (const node of elementsOf(tree)) {
    const caption = captionOf(node)
    if (caption) toFigure(node, caption)
    else if (isGallery(node)) toGallery(node)
  }
  if (sets.size > 0) wrapImages(tree, sets, false)
}

/**
 * Replaces each missing image with its alternative text. Runs after the sentences are marked: the lexer finds sentences
 * too, and it knows no files.
 */
export function addAltTexts(node: Root | Element): void {
  const shown = <T extends RootContent>(child: T): (T | Element)[] => {
    if (child.type !== 'element') return [child]
    const { tagName, properties } = child
    if (tagName === 'img' && properties.src === undefined) {
      const value = String(properties.alt)
      return value === '' ? [] : [element('i', {}, [{ type: 'text', value }])]
    }
    addAltTexts(child)
    return tagName === 'p' && child.children.length === 0 ? [] : [child]
  }
  if (node.type === 'root') node.children = node.children.flatMap(shown)
  else node.children = node.children.flatMap((child: ElementContent) => shown(child))
}

function firstImage(tree: Root): Element | undefined {
  const blocks = tree.children.filter((node) => node.type === 'element').slice(0, BLOCKS_ABOVE_FOLD)
  for (const block of blocks) {
    for (const node of elementsOf(block)) if (node.tagName === 'img') return node
  }
  return undefined
}

function addImage(node: Element, context: ImageContext, isEarly: boolean): ImageSet | undefined {
  const { src: given, alt, title } = node.properties
  const src = decode(String(given ?? ''))
  if (src === '' || isRemote(src)) {
    const text = String(alt || src)
    node.tagName = 'a'
    node.properties = /^https?:/i.test(src) ? { href: src, rel: ['noopener'] } : {}
    node.children = [{ type: 'text', value: text }]
    return undefined
  }
  const size = context.imageSize(src)
  if (size === undefined) {
    node.properties = { alt: String(alt ?? '') }
    return undefined
  }
  const set = context.imageSet?.(src)
  node.properties = {
    src: set?.src ?? context.mediaUrl(src),
    ...(set?.srcSet !== undefined && { srcSet: set.srcSet, sizes: BODY_SIZES }),
    alt: String(alt ?? ''),
    width: size.width,
    height: size.height,
    ...(!isEarly && { loading: 'lazy', decoding: 'async' }),
    ...(title && { title }),
  }
  return set
}

/** mdast-util-to-hast percent-encodes addresses, but files are found by the editor's own spelling. */
function decode(src: string): string {
  try {
    return decodeURI(src)
  } catch {
    return src
  }
}

function captionOf(node: Element): string | undefined {
  const [image, ...others] = node.children.filter(
    (child) => child.type !== 'text' || child.value.trim() !== '',
  )
  const alone = node.tagName === 'p' && others.length === 0
  if (!alone || image?.type !== 'element' || image.tagName !== 'img') return undefined
  return image.properties.title ? String(image.properties.title) : undefined
}

/** Makes a row of pictures that share a paragraph with nothing else. */
function isGallery(node: Element): boolean {
  if (node.tagName !== 'p') return false
  const shown = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  const isImage = (child: ElementContent) => child.type === 'element' && child.tagName === 'img'
  return shown.length > 1 && shown.every(isImage)
}

function toGallery(node: Element): void {
  const images = node.children.filter((child) => child.type === 'element')
  node.tagName = 'div'
  node.properties = { className: ['gallery'] }
  node.children = images.map((image) => {
    const { title, ...properties } = image.properties
    if (properties.sizes) properties.sizes = gallerySizes(images.length)
    image.properties = properties
    if (!title) return image
    const caption = element('figcaption', {}, [{ type: 'text', value: String(title) }])
    return element('figure', {}, [image, caption])
  })
}

function toFigure(node: Element, caption: string): void {
  const children = node.children.filter((child) => child.type === 'element')
  for (const image of children) delete image.properties.title
  node.tagName = 'figure'
  node.children = [...children, element('figcaption', {}, [{ type: 'text', value: caption }])]
}

/** Adds the other formats and the link to the whole picture around each image, unless the editor has linked it elsewhere. */
function wrapImages(
  node: Root | Element,
  sets: ReadonlyMap<Element, ImageSet>,
  linked: boolean,
): void {
  const isLinked = linked || (node.type === 'element' && node.tagName === 'a')
  const wrap = <T extends Root['children'][number]>(child: T): T | Element => {
    if (child.type !== 'element') return child
    const set = sets.get(child)
    if (set) {
      // The link's name is the image's alt text, so an image without one gets no link of its own.
      const named = !isLinked && child.properties.alt !== ''
      return named ? fullSize(picture(child, set), set) : picture(child, set)
    }
    wrapImages(child, sets, isLinked)
    return child
  }
  if (node.type === 'root') node.children = node.children.map(wrap)
  else node.children = node.children.map((child: ElementContent) => wrap(child))
}

function picture(image: Element, { sources }: ImageSet): Element {
  if (sources.length === 0) return image
  const { sizes } = image.properties
  const offered = sources.map((source) => element('source', { ...source, sizes }, []))
  return element('picture', {}, [...offered, image])
}

const fullSize = (child: Element, { full }: ImageSet) => element('a', { href: full }, [child])
