import type { Root } from 'hast'
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

/** Where a body holds a right-to-left script, each block finds its own direction; elsewhere the bytes are saved. */
export function addDirections(tree: Root): void {
  if (!RIGHT_TO_LEFT.test(textOf(tree))) return
  for (const { tagName, properties } of elementsOf(tree)) {
    if (BLOCKS.has(tagName)) properties.dir ??= 'auto'
  }
}
