import type { Element, Root } from 'hast'
import { element, elementsOf } from './hast-walk'
import { isRemote } from './media-src'

export type ImageContext = {
  /** The size of an image, by its `src` as the editor wrote it; undefined when there is no such image. */
  imageSize(src: string): { width: number; height: number } | undefined
  /** The address at which readers get the image. */
  mediaUrl(src: string): string
}

/** The first screen holds the headline, the standfirst and about this many blocks of the body. */
const BLOCKS_ABOVE_FOLD = 3

/**
 * Gives images their address and size (nothing moves while they load) and lets those below the fold wait. An image
 * alone in its paragraph whose Markdown has a title becomes a figure with that as its caption. One on another site,
 * which the policy would block, becomes a link to it.
 */
export function addImages(tree: Root, context: ImageContext): void {
  const early = firstImage(tree)
  for (const node of elementsOf(tree)) {
    if (node.tagName === 'img') addImage(node, context, node === early)
  }
  for (const node of elementsOf(tree)) {
    const caption = captionOf(node)
    if (caption) toFigure(node, caption)
  }
}

function firstImage(tree: Root): Element | undefined {
  const blocks = tree.children.filter((node) => node.type === 'element').slice(0, BLOCKS_ABOVE_FOLD)
  for (const block of blocks) {
    for (const node of elementsOf(block)) if (node.tagName === 'img') return node
  }
  return undefined
}

function addImage(node: Element, context: ImageContext, isEarly: boolean): void {
  const { src: given, alt, title } = node.properties
  const src = decode(String(given ?? ''))
  if (src === '' || isRemote(src)) {
    const text = String(alt || src)
    node.tagName = 'a'
    node.properties = /^https?:/i.test(src) ? { href: src, rel: ['noopener'] } : {}
    node.children = [{ type: 'text', value: text }]
    return
  }
  node.properties = {
    src: context.mediaUrl(src),
    alt: String(alt ?? ''),
    ...context.imageSize(src),
    ...(!isEarly && { loading: 'lazy', decoding: 'async' }),
    ...(title && { title }),
  }
}

/** mdast-util-to-hast percent-encodes addresses; the editor's own spelling names the file. */
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

function toFigure(node: Element, caption: string): void {
  const children = node.children.filter((child) => child.type === 'element')
  for (const image of children) delete image.properties.title
  node.tagName = 'figure'
  node.children = [...children, element('figcaption', {}, [{ type: 'text', value: caption }])]
}
