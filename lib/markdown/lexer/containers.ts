import { ITEM, NOTE, RULE } from './block-marks'
import { foldLabel } from './link-target'

/** A quotation, list item or footnote that contains blocks. */
export type Container = { parent: Container | undefined; children: number } & (
  | { kind: 'quote' }
  | { kind: 'item'; width: number; list: List; isOver: boolean }
  | { kind: 'note'; label: string }
)

/** A list is loose, and its items have paragraphs, when an empty line separates two of its blocks. */
export type List = { marker: string; isLoose: boolean }

type Place = {
  /** The line from the mark on. */
  rest: string
  /** Spaces before the mark. */
  indent: number
  parent: Container | undefined
  /** The container that ends here: an item of the same kind continues its list. */
  before: Container | undefined
  /** Inside a block that neither an empty item nor a number other than 1 can interrupt. */
  isFirm: boolean
}

/** The container that starts here, and the length of its mark; undefined when none does. */
export function openingAt(place: Place): { length: number; container: Container } | undefined {
  const { rest, parent } = place
  if (rest.startsWith('>')) {
    const length = rest.charAt(1) === ' ' ? 2 : 1
    return { length, container: { kind: 'quote', parent, children: 0 } }
  }
  const note = rest.startsWith('[') ? NOTE.exec(rest) : null
  if (note) {
    const label = foldLabel(note[1] ?? '')
    return { length: note[0].length, container: { kind: 'note', parent, children: 0, label } }
  }
  return itemAt(place)
}

function itemAt({ rest, indent, parent, before, isFirm }: Place) {
  const found = ITEM.exec(rest)
  if (!found || RULE.test(rest)) return undefined
  const [mark, number = '1', delimiter] = found
  const spaces = /[^ ]/.exec(rest.slice(mark.length))?.index
  if (isFirm && (spaces === undefined || number !== '1')) return undefined
  // Of five or more spaces, all but the first indent code.
  const inside = spaces === undefined || spaces > 4 ? 1 : spaces
  const marker = delimiter ?? mark
  const goesOn = before?.kind === 'item' && before.list.marker === marker
  const list = goesOn ? before.list : { marker, isLoose: false }
  const width = indent + mark.length + inside
  const container: Container = { kind: 'item', parent, children: 0, width, list, isOver: false }
  return { length: Math.min(mark.length + inside, rest.length), container }
}
