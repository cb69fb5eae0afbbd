import type { Root } from 'hast'
import { oneSpaced } from '@/lib/language/sentences'
import { elementsOf, textOf } from './hast-walk'

/** Gives each box of a task list the words of its item for a name: a form control must have one (WCAG 4.1.2). */
export function addTaskNames(tree: Root): void {
  for (const item of elementsOf(tree)) {
    if (item.tagName !== 'li') continue
    for (const box of elementsOf(item)) {
      if (box.tagName === 'input') box.properties.ariaLabel ??= oneSpaced(textOf(item))
    }
  }
}
