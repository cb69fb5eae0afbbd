import type { Element, Root } from 'hast'
import { oneSpaced } from '@/lib/language/sentences'
import { elementsOf, textOf } from './hast-walk'

/** Names each box of a task list by the words of its item, since a form control must have a name (WCAG 4.1.2). */
export function addTaskNames(tree: Root): void {
  for (const item of elementsOf(tree)) {
    if (item.tagName !== 'li') continue
    const boxes = boxesOf(item).filter(({ properties }) => properties.ariaLabel === undefined)
    const name = boxes.length > 0 ? oneSpaced(wordsOf(item)) : ''
    for (const box of boxes) box.properties.ariaLabel = name
  }
}

/** Items inside this one have their own boxes and words. */
const isInner = ({ tagName }: Element) => tagName === 'ul' || tagName === 'ol'

function boxesOf(node: Element): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element' || isInner(child)) return []
    return child.tagName === 'input' ? [child] : boxesOf(child)
  })
}

function wordsOf(node: Element): string {
  return node.children
    .map((child) => {
      if (child.type !== 'element') return textOf(child)
      return isInner(child) ? '' : wordsOf(child)
    })
    .join('')
}
