import type TurndownService from 'turndown'
import { slugify } from '@/lib/article/slug'
import { allowsElement } from '@/lib/markdown/allow-list'
import { destination, inQuotes } from './markdown-syntax'
import type { Surroundings } from './surroundings'

/** Elements that Markdown has no marks for, but readers of an article may see. */
const KEPT = [
  ...['abbr', 'bdi', 'bdo', 'cite', 'dfn', 'ins', 'kbd', 'mark', 'q', 'rp', 'rt', 'ruby'],
  ...['samp', 'small', 'sub', 'sup', 'time', 'u', 'var', 'wbr'],
].filter(allowsElement)

const KEPT_ATTRIBUTES = ['lang', 'dir', 'title', 'datetime'] as const

/** Emphasis, links and the small elements of a sentence. */
export function addInlineRules(service: TurndownService, around: Surroundings): void {
  service.addRule('strong', {
    filter: (node) => isNamed(node, ['strong', 'b']),
    replacement: (content, node) => emphasised(content, node, '**', 'b'),
  })
  service.addRule('emphasis', {
    filter: (node) => isNamed(node, ['em', 'i']),
    replacement: (content, node) => emphasised(content, node, '*', 'i'),
  })
  service.addRule('strikethrough', {
    filter: (node) => isNamed(node, ['del', 's', 'strike']),
    replacement: (content, node) => emphasised(content, node, '~~', 's'),
  })
  service.addRule('kept', {
    filter: (node) => isNamed(node, KEPT),
    replacement: kept,
  })
  service.addRule('link', {
    filter: (node) => isNamed(node, ['a']),
    replacement: (content, node) => link(content, node, around),
  })
}

export const isNamed = (node: Node, names: readonly string[]): boolean =>
  names.includes(node.nodeName.toLowerCase())

/** Whether `node` is within an element of one of these names. */
export function isWithin(node: Node, names: readonly string[]): boolean {
  for (let parent = node.parentNode; parent; parent = parent.parentNode)
    if (isNamed(parent, names)) return true
  return false
}

const SAME: Record<string, readonly string[]> = {
  '**': ['strong', 'b', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'th'],
  '*': ['em', 'i'],
  '~~': ['del', 's', 'strike'],
}

const WORD = /[\p{L}\p{M}\p{N}]/u
const SPACE = /^\s*$/

/**
 * Marks open and close only beside spaces, marks or within words
 * (https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis): elsewhere the element itself stays.
 */
function emphasised(content: string, node: Node, mark: string, element: string): string {
  if (content.trim() === '' || isWithin(node, SAME[mark] ?? [])) return content
  // Marks don't span paragraphs, which careless HTML does.
  if (/\n\s*\n/.test(content)) return content
  const before = lastOf(node.previousSibling)
  const after = firstOf(node.nextSibling)
  const opens = SPACE.test(before) || !WORD.test(before) || WORD.test(content.charAt(0))
  const closes = SPACE.test(after) || !WORD.test(after) || WORD.test(content.slice(-1))
  const touches = before.endsWith(mark.charAt(0)) || after.startsWith(mark.charAt(0))
  return opens && closes && !touches ? mark + content + mark : `<${element}>${content}</${element}>`
}

const lastOf = (node: Node | null) => node?.textContent?.slice(-1) ?? ''
const firstOf = (node: Node | null) => node?.textContent?.slice(0, 1) ?? ''

function kept(content: string, node: HTMLElement): string {
  const name = node.nodeName.toLowerCase()
  if (name === 'wbr') return '<wbr>'
  if (content.trim() === '') return content
  const attributes = KEPT_ATTRIBUTES.flatMap((attribute) => {
    const value = node.getAttribute(attribute)
    return value ? [` ${attribute}="${value.replace(/[&"<>\n]/g, asReference)}"`] : []
  })
  return `<${name}${attributes.join('')}>${content}</${name}>`
}

const asReference = (character: string) => `&#${character.charCodeAt(0)};`

function link(content: string, node: HTMLElement, around: Surroundings): string {
  const href = node.getAttribute('href')?.trim() ?? ''
  if (href === '' || content.trim() === '') return content
  // A picture that links to itself in full, or to its own page: ours link to the whole picture anyway.
  if (/^!\[(?:[^\]\\]|\\.)*\]\([^\s)]*(?: "(?:[^"\\]|\\.)*")?\)$/.test(content.trim()))
    return content
  const anchor = href.startsWith('#') ? headingOf(node, href.slice(1)) : undefined
  const { href: target, mark = '' } = anchor === undefined ? around.link(href) : { href: anchor }
  if (target === undefined) return content + mark
  // Words over several blocks, as in a card that is one link, can't be one here.
  if (/\n\s*\n/.test(content)) return `${content}\n\n<${destination(target)}>${mark}`
  const title = node.getAttribute('title')?.trim()
  const caption = title ? ` "${inQuotes(title)}"` : ''
  return `[${content.replace(/\n/g, ' ')}](${destination(target)}${caption})${mark}`
}

/** The anchor that our page gives to the heading with this id. */
function headingOf(node: HTMLElement, id: string): string | undefined {
  const target = id === '' ? null : node.ownerDocument?.getElementById(id)
  const heading = target && (isNamed(target, HEADINGS) ? target : closest(target, HEADINGS))
  const slug = heading ? slugify(heading.textContent ?? '') : ''
  return slug === '' ? undefined : `#h-${slug}`
}

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']

function closest(node: Node, names: readonly string[]): Node | undefined {
  for (let parent = node.parentNode; parent; parent = parent.parentNode)
    if (isNamed(parent, names)) return parent
  return undefined
}
