import { LRUCache } from 'lru-cache'
import postcss, { type ChildNode } from 'postcss'

/** A rule that needs one of its selectors' classes, a group of them, or what stands by itself. */
type Part =
  | { kind: 'rule'; text: string; selectors: readonly (readonly string[])[] }
  | { kind: 'group'; head: string; parts: readonly Part[] }
  | { kind: 'other'; text: string }

/** Each kind of page has one sheet; a new build has others. */
const parsed = new LRUCache<string, readonly Part[]>({ max: 100 })

/**
 * The sheet without the rules that nothing in the document can match: those that name a class which no element has.
 * A class inside `:not()`, `:is()` and the like decides nothing. One kind of page has one sheet, and most articles
 * have no footnotes, comments or corrections: a fifth of the bytes of a page was for what it doesn't hold.
 */
export function usedStyles(sheet: string, classes: ReadonlySet<string>): string {
  let parts = parsed.get(sheet)
  if (parts === undefined) {
    parts = parse(postcss.parse(sheet).nodes)
    parsed.set(sheet, parts)
  }
  return write(parts, classes)
}

function parse(nodes: readonly ChildNode[]): Part[] {
  return nodes.map((node): Part => {
    const text = `${node}`
    if (node.type === 'rule')
      return { kind: 'rule', text, selectors: node.selectors.map(classesOf) }
    // Frames of an animation and descriptors of a font look like rules or are none.
    if (node.type !== 'atrule' || !GROUPS.has(node.name) || node.nodes === undefined)
      return { kind: 'other', text: node.type === 'atrule' && !node.nodes ? `${text};` : text }
    return { kind: 'group', head: `@${node.name} ${node.params}`, parts: parse(node.nodes) }
  })
}

const GROUPS = new Set(['layer', 'media', 'supports', 'container'])

/** The classes that an element must have, or be inside of, to be selected. */
function classesOf(selector: string): string[] {
  const bare = selector.replace(/"[^"]*"|'[^']*'/g, '').replace(/\[[^\]]*\]/g, '')
  let outside = bare
  // Innermost first, since they may be nested.
  while (/\([^()]*\)/.test(outside)) outside = outside.replace(/\([^()]*\)/g, '')
  return [...outside.matchAll(/\.((?:[\w-]|[^\0-\x7f])+)/g)].map(([, name = '']) => name)
}

function write(parts: readonly Part[], classes: ReadonlySet<string>): string {
  return parts
    .map((part) => {
      if (part.kind === 'other') return part.text
      if (part.kind === 'rule') {
        const matches = part.selectors.some((needed) => needed.every((name) => classes.has(name)))
        return matches ? part.text : ''
      }
      const inside = write(part.parts, classes)
      // The order of layers counts even when they are empty.
      return inside === '' && !part.head.startsWith('@layer') ? '' : `${part.head}{${inside}}`
    })
    .join('')
}
