import type { Element, ElementContent, Root } from 'hast'
import { elementsOf, textOf } from './hast-walk'

/** Letters of right-to-left scripts such as Arabic and Hebrew. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]|[\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

const BLOCKS = new Set([
  'p',
  'li',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'td',
  'th',
  'figcaption',
  'summary',
])

const isBlock = (node: ElementContent) => node.type === 'element' && BLOCKS.has(node.tagName)

/** A block that holds others has no text of its own: it keeps the article's direction, and its number stays at the edge. */
const hasOwnText = ({ tagName, children }: Element) =>
  BLOCKS.has(tagName) && !children.some(isBlock)

/** In a body with a right-to-left script, each block gets `dir="auto"`; other bodies save the bytes. */
export function addDirections(tree: Root): void {
  if (!RIGHT_TO_LEFT.test(textOf(tree))) return
  for (const element of elementsOf(tree)) if (hasOwnText(element)) element.properties.dir ??= 'auto'
}
