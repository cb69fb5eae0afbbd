import { LRUCache } from 'lru-cache'
import postcss, { type ChildNode } from 'postcss'

/** A selector; it can match when a document has all the names of one of these lists. */
type Selector = { text: string; needs: readonly (readonly string[])[] }
/** A rule; a group of rules; or anything else, which is always kept. */
type Part =
  | { kind: 'rule'; selectors: readonly Selector[]; block: string }
  | { kind: 'group'; head: string; layers: readonly string[]; parts: readonly Part[] }
  | { kind: 'other'; text: string; layers: readonly string[] }

/** A build has a few sheets; a new build has others. */
const parsed = new LRUCache<string, readonly Part[]>({ max: 100 })

/**
 * The sheets without selectors that can match nothing in the document, because they name an element or a class that it
 * doesn't contain. `names` has both, classes with their full stop. Names inside `:not()` and the like are ignored. What
 * script adds to a page is in shadow roots with their own styles.
 */
export function usedStyles(sheets: readonly string[], names: ReadonlySet<string>): string {
  return write(sheets.flatMap(partsOf), names)
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
    if (node.type === 'rule') {
      const selectors = node.selectors.map((each) => ({ text: each, needs: needsOf(each) }))
      const { length } = node.raws.selector?.raw ?? node.selector
      return { kind: 'rule', selectors, block: text.slice(length) }
    }
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

/** For each reading of a selector, the elements and classes that it requires. */
const needsOf = (selector: string): string[][] =>
  readings(selector.replace(/"[^"]*"|'[^']*'/g, '').replace(/\[[^\]]*\]/g, '')).map(namesOf)

/** A call whose arguments contain no other call: the innermost is read first. */
const CALL = /:([\w-]+)\(([^()]*)\)/
/** Matches if one of its arguments does. */
const CHOICE = /^(?:is|where|has)$/

function readings(selector: string): string[] {
  const [call, name = '', inside = ''] = CALL.exec(selector) ?? []
  if (call === undefined) return [selector]
  const choices = CHOICE.test(name) ? inside.split(',').map((each) => ` ${each} `) : ['']
  return choices.flatMap((each) => readings(selector.replace(call, () => each)))
}

function namesOf(reading: string): string[] {
  const classes = [...reading.matchAll(/\.(?:[\w-]|[^\0-\x7f])+/g)].map(([name]) => name)
  const elements = [...reading.matchAll(/(?:^|[\s>+~])([a-z][\w-]*)/g)].map(([, name = '']) => name)
  return [...elements, ...classes]
}

function write(parts: readonly Part[], names: ReadonlySet<string>): string {
  /** Layers whose order is already fixed by earlier text. */
  const layers = new Set<string>()
  let written = ''
  /** The group that is still open: the next one of its kind continues it. */
  let open: string | undefined
  const begin = (head: string | undefined) => {
    if (head === open) return
    written += `${open === undefined ? '' : '}'}${head === undefined ? '' : `${head}{`}`
    open = head
  }
  for (const part of parts) {
    if (part.kind === 'rule') {
      const rule = writeRule(part, names)
      if (rule === '') continue
      begin(undefined)
      written += rule
      continue
    }
    const isPlaced = part.layers.every((layer) => layers.has(layer))
    for (const layer of part.layers) layers.add(layer)
    const inside = part.kind === 'other' ? part.text : write(part.parts, names)
    // The order of layers matters even when they are empty.
    if (inside === '' && isPlaced) continue
    begin(part.kind === 'other' ? undefined : part.head)
    written += inside
  }
  begin(undefined)
  return written
}

function writeRule(
  { selectors, block }: Extract<Part, { kind: 'rule' }>,
  names: ReadonlySet<string>,
) {
  const can = selectors.filter(({ needs }) =>
    needs.some((needed) => needed.every((name) => names.has(name))),
  )
  return can.length === 0 ? '' : can.map(({ text }) => text).join(',') + block
}
