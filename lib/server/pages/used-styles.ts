import { LRUCache } from 'lru-cache'
import postcss, { type ChildNode } from 'postcss'

/** A rule, which needs all names of one of its selectors; a group of rules; or anything else, which is always kept. */
type Part =
  | { kind: 'rule'; text: string; selectors: readonly (readonly string[])[] }
  | { kind: 'group'; head: string; layers: readonly string[]; parts: readonly Part[] }
  | { kind: 'other'; text: string; layers: readonly string[] }

/** A build has a few sheets; a new build has others. */
const parsed = new LRUCache<string, readonly Part[]>({ max: 100 })

/**
 * The sheets without rules that can match nothing in the document, because they name an element or a class that it doesn't
 * contain. `names` has both, classes with their full stop. Names inside `:not()`, `:is()` and the like are ignored. What
 * script adds to a page is in shadow roots with their own styles.
 */
export function usedStyles(sheets: readonly string[], names: ReadonlySet<string>): string {
  const layers = new Set<string>()
  return sheets.map((sheet) => write(partsOf(sheet), names, layers)).join('')
}

function partsOf(sheet: string): readonly Part[] {
  const known = parsed.get(sheet)
  if (known !== undefined) return known
  const parts = parse(postcss.parse(sheet).nodes)
  parsed.set(sheet, parts)
  return parts
}

function parse(nodes: readonly ChildNode[]): Part[] {
  return nodes.map((node): Part => {
    const text = `${node}`
    if (node.type === 'rule') return { kind: 'rule', text, selectors: node.selectors.map(namesOf) }
    const isLayer = node.type === 'atrule' && node.name === 'layer'
    const layers = isLayer ? node.params.split(/\s*,\s*/) : []
    // Frames of an animation and descriptors of a font look like rules but aren't.
    if (node.type !== 'atrule' || !GROUPS.has(node.name) || node.nodes === undefined) {
      const isOpen = node.type === 'atrule' && node.nodes === undefined
      return { kind: 'other', text: isOpen ? `${text};` : text, layers }
    }
    const head = `@${node.name} ${node.params}`
    return { kind: 'group', head, layers, parts: parse(node.nodes) }
  })
}

const GROUPS = new Set(['layer', 'media', 'supports', 'container'])

/** The elements and classes that a selector requires. */
function namesOf(selector: string): string[] {
  const bare = selector.replace(/"[^"]*"|'[^']*'/g, '').replace(/\[[^\]]*\]/g, '')
  let outside = bare
  // Innermost first, since they may be nested.
  while (/\([^()]*\)/.test(outside)) outside = outside.replace(/\([^()]*\)/g, '')
  const classes = [...outside.matchAll(/\.(?:[\w-]|[^\0-\x7f])+/g)].map(([name]) => name)
  const elements = [...outside.matchAll(/(?:^|[\s>+~])([a-z][\w-]*)/g)].map(([, name = '']) => name)
  return [...elements, ...classes]
}

/** `layers` are those whose order is already fixed by earlier text. */
function write(
  parts: readonly Part[],
  names: ReadonlySet<string>,
  layers: Set<string> = new Set(),
): string {
  const written = parts.map((part) => {
    if (part.kind === 'rule') {
      const matches = part.selectors.some((needed) => needed.every((name) => names.has(name)))
      return matches ? part.text : ''
    }
    const isPlaced = part.layers.every((layer) => layers.has(layer))
    for (const layer of part.layers) layers.add(layer)
    if (part.kind === 'other') return part.text
    const inside = write(part.parts, names)
    // The order of layers matters even when they are empty.
    return inside === '' && isPlaced ? '' : `${part.head}{${inside}}`
  })
  return written.join('')
}
