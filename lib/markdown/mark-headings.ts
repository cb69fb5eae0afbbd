import type { Root } from 'hast'
import { slugify } from '@/lib/article/slug'
import { oneSpaced } from '@/lib/language/sentences'
import { elementsOf, textOf } from './hast-walk'
import { numberedIds } from './sentence-id'

export type Heading = { id: string; text: string; level: number }

/** No id of the page itself begins so: `#comments` stays the comments whatever the headings say. */
const PREFIX = 'h-'

/** Gives each heading an id from its words. The headline is the page's one h1, so an h1 of the body becomes an h2. */
export function addHeadings(tree: Root, idPrefix: string): Heading[] {
  const numbered = numberedIds()
  const headings: Heading[] = []
  for (const element of elementsOf(tree)) {
    const level = Number(/^h([1-6])$/.exec(element.tagName)?.[1])
    if (!level || element.properties.id === `${idPrefix}footnote-label`) continue
    const text = oneSpaced(textOf(element))
    const id = `${idPrefix}${numbered(PREFIX + slugify(text))}`
    element.tagName = level === 1 ? 'h2' : element.tagName
    element.properties.id = id
    headings.push({ id, text, level: Math.max(level, 2) })
  }
  return headings
}
