import type { Element, Root } from 'hast'
import { element, elementsOf, textOf } from './hast-walk'
import { oneSpaced } from './sentences'

/**
 * Puts each table into a region that can scroll sideways, so that a wide one doesn't widen the page. What scrolls must
 * be reachable by keyboard and have a name (WCAG 2.1.1, axe's scrollable-region-focusable): the words of its header.
 */
export function addTables(tree: Root): void {
  const tables = [...elementsOf(tree)].filter((node) => node.tagName === 'table')
  for (const [index, table] of tables.entries()) {
    const copy = { ...table }
    const label = headerText(table) || `Table ${index + 1}`
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
