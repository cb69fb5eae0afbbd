import { type Document, isMap, isScalar, isSeq } from 'yaml'
import type { Position } from './position'

/** The position of the value (or, with `key`, the name) at a path of keys; otherwise that of the nearest existing parent. */
export type Locate = (path: readonly PropertyKey[], of?: 'key' | 'value') => Position

/** Finds positions in a parsed document; `place` converts an offset to a line and column. */
export function locator(doc: Document.Parsed, place: (offset: number) => Position): Locate {
  return (path, of = 'value') => {
    let node: unknown = doc.contents
    let offset = 0
    for (const [index, step] of path.entries()) {
      const last = index === path.length - 1
      if (isMap(node)) {
        const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step)
        if (!pair) break
        const key = isScalar(pair.key) ? pair.key.range?.[0] : undefined
        const value = rangeStart(pair.value)
        offset = (last && of === 'key' ? key : (value ?? key)) ?? offset
        node = pair.value
      } else if (isSeq(node) && typeof step === 'number') {
        node = node.items[step]
        offset = rangeStart(node) ?? offset
      } else break
    }
    return place(offset)
  }
}

function rangeStart(node: unknown): number | undefined {
  if (isScalar(node) && node.value === null && node.source === '') return undefined
  return isScalar(node) || isMap(node) || isSeq(node) ? node.range?.[0] : undefined
}
