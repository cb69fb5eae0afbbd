import { LRUCache } from 'lru-cache'
import postcss, { type ChildNode } from 'postcss'

/** A rule, which needs all names of one of its selectors, a group of rules, or what stands by itself. */
type Part =
  | { kind: 'rule'; text: string; selectors: readonly (readonly string[])[] }
  | { kind: 'group'; head: string; parts: readonly Part[] }
  | { kind: 'other'; text: string }

/** Each kind of page has one sheet; a new build has others. */
const parsed = new LRUCache<string, readonly Part[]>({ max: 100 })

/**
 * The sheet without the rules that nothing in the document can match: those that name an element or a class which it
 * doesn't hold. `names` are both, classes with their full stop. What stands inside `:not()`, `:is()` and the like
 * decides nothing. What script adds to a page stands in shadow roots, with styles of their own.
 */
export function usedStyles(sheet: string, names: ReadonlySet<string>): string {
  let parts = parsed.get(sheet)
  if (parts === undefined) {
    parts = parse(postcss.parse(sheet).nodes)
    parsed.set(sheet, parts)
  }
  return write(parts, names)
}

function parse(nodes: readonly ChildNode[]): Part[] {
  return nodes.map((node): Part => {
    const text = `${node}`
    if (node.type === 'rule') return { kind: 'rule', text, selectors: node.selectors.map(namesOf) }
    // Frames of an animation and descriptors of a font look like rules or are none.
    if (node.type !== 'atrule' || !GROUPS.has(node.name) || node.nodes === undefined)
      return { kind: 'other', text: node.type === 'atrule' && !node.nodes ? `${text};` : text }
    return { kind: 'group', head: `@${node.name} ${node.params}`, parts: parse(node.nodes) }
  })
}

const GROUPS = new Set(['layer', 'media', 'supports', 'container'])

/** The elements and classes without which nothing is selected. */
function namesOf(selector: string): string[] {
  const bare = selector.replace(/"[^"]*"|'[^']*'/g, '').replace(/\[[^\]]*\]/g, '')
  let outside = bare
  // Innermost first, since they may be nested.
  while (/\([^()]*\)/.test(outside)) outside = outside.replace(/\([^()]*\)/g, '')
  const classes = [...outside.matchAll(/\.(?:[\w-]|[^\0-\x7f])+/g)].map(([name]) => name)
  const elements = [...outside.matchAll(/(?:^|[\s>+~])([a-z][\w-]*)/g)].map(([, name = '']) => name)
  return [...elements, ...classes]
}

function write(parts: readonly Part[], names: ReadonlySet<string>): string {
  return parts
    .map((part) => {
      if (part.kind === 'other') return part.text
      if (part.kind === 'rule') {
        const matches = part.selectors.some((needed) => needed.every((name) => names.has(name)))
        return matches ? part.text : ''
      }
      const inside = write(part.parts, names)
      // The order of layers counts even when they are empty.
      return inside === '' && !part.head.startsWith('@layer') ? '' : `${part.head}{${inside}}`
    })
    .join('')
}
