import type { Element, ElementContent, Root, RootContent } from 'hast'

type Nodes = Root | RootContent

/**
 * Every element of a tree, in document order. The recursion is as deep as the tree, whose depth is limited
 * (markdown-problem.ts).
 */
export function* elementsOf(node: Nodes): Generator<Element> {
  if (node.type === 'element') yield node
  if ('children' in node) for (const child of node.children) yield* elementsOf(child)
}

/** The text of a node as a reader sees it. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

export function element(
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element {
  return { type: 'element', tagName, properties, children }
}

/** Whether this is the mark of a footnote in the text, or the list of footnotes below it. */
export function isFootnote(node: Element): boolean {
  if (node.tagName === 'section') return node.properties.dataFootnotes !== undefined
  const [first] = node.children
  return (
    node.tagName === 'sup' &&
    first?.type === 'element' &&
    first.properties.dataFootnoteRef !== undefined
  )
}
