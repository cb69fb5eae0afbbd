import type { Root, RootContent } from 'hast'
import { slugify } from '@/lib/article/slug'
import { oneSpaced } from '@/lib/language/sentences'
import { elementsOf, isFootnote } from './hast-walk'
import { numberedIds } from './sentence-id'

export type Heading = { id: string; text: string; level: number }

/** No id of the page itself starts like this: `#comments` stays the comments, whatever the headings say. */
const PREFIX = 'h-'

/** Gives each heading an id made from its words. The headline is the page's only h1, so an h1 of the body becomes an h2. */
export function addHeadings(tree: Root, idPrefix: string): Heading[] {
  const numbered = numberedIds()
  const headings: Heading[] = []
  for (const element of elementsOf(tree)) {
    const level = Number(/^h([1-6])$/.exec(element.tagName)?.[1])
    if (!level || element.properties.id === `${idPrefix}footnote-label`) continue
    const text = oneSpaced(wordsOf(element))
    const id = `${idPrefix}${numbered(PREFIX + slugify(text))}`
    element.tagName = level === 1 ? 'h2' : element.tagName
    element.properties.id = id
    headings.push({ id, text, level: Math.max(level, 2) })
  }
  return headings
}

/** A footnote's number is not one of its heading's words: it changes with every note inserted before it. */
function wordsOf(node: RootContent): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element' || isFootnote(node)) return ''
  return node.children.map(wordsOf).join('')
}
