import type TurndownService from 'turndown'
import { isNamed } from './inline-rules'
import { destination, inBrackets, markdownImage } from './markdown-syntax'
import type { Surroundings } from './surroundings'

/** Pictures, figures, players and frames. */
export function addMediaRules(service: TurndownService, around: Surroundings): void {
  service.addRule('picture', {
    filter: 'img',
    replacement: (_, node) => picture(node, undefined, around),
  })
  service.addRule('figure', {
    filter: 'figure',
    replacement: (content, node) => figure(content, node, around),
  })
  service.addRule('figure caption', {
    filter: 'figcaption',
    replacement: (content) => `\n\n${content.trim()}\n\n`,
  })
  service.addRule('frame', {
    filter: (node) => isNamed(node, ['iframe', 'embed', 'object']),
    replacement: (_, node) => frame(node, around),
  })
  service.addRule('player', {
    filter: (node) => isNamed(node, ['audio', 'video']),
    replacement: (_, node) => player(node, around),
  })
}

/** Counters of readers: a picture of one pixel. */
const isCounter = (node: Element) =>
  node.getAttribute('width') === '1' || node.getAttribute('height') === '1'

/** Lazy loading keeps the address elsewhere and shows a placeholder. */
const LAZY = ['data-src', 'data-lazy-src', 'data-original', 'data-orig-file']

export function addressOf(node: Element): string {
  const src = node.getAttribute('src')?.trim() ?? ''
  if (src !== '' && !src.startsWith('data:')) return src
  const lazy = LAZY.map((name) => node.getAttribute(name)?.trim()).find(Boolean)
  return lazy ?? src
}

function picture(node: Element, caption: string | undefined, around: Surroundings): string {
  const src = addressOf(node)
  if (src === '' || isCounter(node)) return ''
  const told = node.getAttribute('alt')?.trim() ?? ''
  return pictureAt({ address: src, alt: told, caption }, around)
}

/** A picture as Markdown; one that is missing becomes a link to where it was. */
export function pictureAt(
  { address, alt, caption }: { address: string; alt: string; caption: string | undefined },
  { marks, picture: place, link }: Surroundings,
): string {
  const placed = place(address)
  if ('missing' in placed) {
    const mark = marks.add('missing-picture', `${address.slice(0, 300)} (${placed.missing})`)
    const target = /^data:/i.test(address) ? undefined : link(address).href
    const words = alt || caption || nameOf(address)
    return target ? `[${inBrackets(words)}](${destination(target)})${mark}` : mark
  }
  const { src } = placed
  if (alt !== '') return markdownImage({ src, alt, ...(caption && { caption }) })
  if (caption)
    return markdownImage({ src, alt: caption, caption }) + marks.add('caption-as-alt', src)
  return markdownImage({ src, alt: '' }) + marks.add('no-alt', src)
}

const nameOf = (address: string) => /[^/?#]+(?=[?#]|$)/.exec(address)?.[0] ?? address

/** One picture with its caption; several stand side by side; anything else (a table, a film) is followed by its caption. */
function figure(content: string, node: HTMLElement, around: Surroundings): string {
  const pictures = Array.from(node.querySelectorAll('img')).filter((img) => !isCounter(img))
  if (pictures.length === 0 || node.querySelector('table, blockquote, pre, iframe, video')) {
    return `\n\n${content.trim()}\n\n`
  }
  const made = pictures.map((img) => picture(img, captionOf(img, node, pictures.length), around))
  const common = pictures.length > 1 ? ownCaption(node) : undefined
  const below = common ? `\n\n${inBrackets(common)}` : ''
  return `\n\n${made.join('\n')}${below}\n\n`
}

/** The caption of the innermost figure around a picture. */
function captionOf(img: Element, figure: Element, pictures: number): string | undefined {
  for (let at = img.parentNode; at && at !== figure; at = at.parentNode)
    if (isNamed(at, ['figure'])) return textOf(findIn(at, 'figcaption'))
  return pictures === 1 ? textOf(findIn(figure, 'figcaption')) : undefined
}

const findIn = (node: Node, name: string): Element | null =>
  'querySelector' in node ? (node as Element).querySelector(name) : null

function ownCaption(figure: Element): string | undefined {
  return textOf(Array.from(figure.children).find((child) => isNamed(child, ['figcaption'])) ?? null)
}

function textOf(node: Element | null): string | undefined {
  const text = node?.textContent?.replace(/\s+/g, ' ').trim()
  return text === '' ? undefined : text
}

const YOUTUBE = /^(?:https?:)?\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]{6,20})/
const VIMEO = /^(?:https?:)?\/\/player\.vimeo\.com\/video\/(\d+)/

/** The address of a film's own page, which says more than that of a player without controls. */
export function filmAddress(src: string): string | undefined {
  const youtube = YOUTUBE.exec(src)?.[1]
  if (youtube !== undefined && youtube !== 'videoseries')
    return `https://www.youtube.com/watch?v=${youtube}`
  const vimeo = VIMEO.exec(src)?.[1]
  return vimeo === undefined ? undefined : `https://vimeo.com/${vimeo}`
}

function frame(node: Element, { marks, link }: Surroundings): string {
  const src = (node.getAttribute('src') ?? node.getAttribute('data') ?? addressOf(node)).trim()
  const film = filmAddress(src)
  if (film !== undefined) return `\n\n${film}\n\n`
  const target = src === '' ? undefined : link(src).href
  const mark = marks.add(
    'element',
    `${node.nodeName.toLowerCase()} of ${src.slice(0, 200) || 'nothing'}`,
  )
  if (target === undefined || !/^https?:/i.test(target)) return mark
  return `\n\n<${destination(target)}>${mark}\n\n`
}

function player(node: Element, { marks, link }: Surroundings): string {
  const src = node.getAttribute('src') ?? node.querySelector('source')?.getAttribute('src') ?? ''
  const target = src === '' ? undefined : link(src).href
  const mark = marks.add(
    'element',
    `${node.nodeName.toLowerCase()} of ${src.slice(0, 200) || 'nothing'}`,
  )
  if (target === undefined) return mark
  return `\n\n[${inBrackets(nameOf(src))}](${destination(target)})${mark}\n\n`
}
