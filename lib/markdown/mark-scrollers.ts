import type { Element, Root } from 'hast'
import { oneSpaced } from '@/lib/language/sentences'
import { fill } from '@/lib/words/words'
import { element, elementsOf, textOf } from './hast-walk'

/**
 * Makes wide tables and code scroll sideways, so that they don't widen the page. Anything that scrolls must be reachable by
 * keyboard (WCAG 2.1.1, axe's scrollable-region-focusable); the words of a table's header name its region, or else `name`
 * with a number.
 */
export function addScrollers(tree: Root, name: string): void {
  for (const node of elementsOf(tree)) if (node.tagName === 'pre') node.properties.tabIndex = 0
  addTables(tree, name)
}

function addTables(tree: Root, name: string): void {
  const tables = [...elementsOf(tree)].filter((node) => node.tagName === 'table')
  for (const [index, table] of tables.entries()) {
    const copy = { ...table }
    const label = headerText(table) || fill(name, { number: String(index + 1) })
    Object.assign(table, element('div', { role: 'region', tabIndex: 0, ariaLabel: label }, [copy]))
  }
}

function headerText(table: Element): string {
  const cells = [...elementsOf(table)].filter((node) => node.tagName === 'th')
  return cells
    .map((cell) => oneSpaced(textOf(cell)))
    .filter((text) => text !== '')
    .join(', ')
}
