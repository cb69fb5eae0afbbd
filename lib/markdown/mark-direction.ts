import type { Element, ElementContent, Root } from 'hast'
import { elementsOf, textOf } from './hast-walk'

/** Letters of right-to-left scripts, Arabic and Hebrew among them. */
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

/** One that holds other blocks finds no text to tell its direction from: it keeps the article's, and its number the edge. */
const hasOwnText = ({ tagName, children }: Element) =>
  BLOCKS.has(tagName) && !children.some(isBlock)

/** Where a body holds a right-to-left script, each block finds its own direction; elsewhere the bytes are saved. */
export function addDirections(tree: Root): void {
  if (!RIGHT_TO_LEFT.test(textOf(tree))) return
  for (const element of elementsOf(tree)) if (hasOwnText(element)) element.properties.dir ??= 'auto'
}
