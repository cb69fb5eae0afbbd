import type { Element, ElementContent } from 'hast'
import { isFootnote } from './hast-walk'

export type Segment = { start: number; end: number; sentence: boolean }

type Part = { segment: Segment; nodes: ElementContent[] }

/** How many characters of the prose a node takes: a footnote's mark and a picture none, a line break one. */
export function widthOf(node: ElementContent): number {
  if (node.type === 'text') return node.value.length
  if (node.type !== 'element' || isFootnote(node)) return 0
  if (node.tagName === 'br') return 1
  return node.children.reduce((sum, child) => sum + widthOf(child), 0)
}

/**
 * Divides nodes among segments that follow each other without gaps. An element that crosses the end of a segment is split
 * in two; one without width goes to the segment that ends at its place.
 */
export function cutNodes(
  nodes: readonly ElementContent[],
  segments: readonly Segment[],
): readonly Part[] {
  return shareOut(nodes, segments, 0)
}

/**
 * Compares each node only with the segments that overlap it, so that one more sentence adds the cost of one sentence, even
 * where one element contains them all. The first node starts at `offset`.
 */
function shareOut(
  nodes: readonly ElementContent[],
  segments: readonly Segment[],
  offset: number,
): Part[] {
  const parts = segments.map((segment) => ({ segment, nodes: [] as ElementContent[] }))
  let at = offset
  let first = 0
  for (const node of nodes) {
    const end = at + widthOf(node)
    while ((segments[first]?.end ?? at) < at) first += 1
    let last = first
    while ((segments[last]?.start ?? end + 1) <= end) last += 1
    for (const [index, piece] of piecesOf(node, at, end, segments.slice(first, last)).entries())
      if (piece) parts[first + index]?.nodes.push(piece)
    at = end
  }
  return parts
}

/** A node's share of each segment: the node, a copy of part of it, or nothing. */
function piecesOf(
  node: ElementContent,
  start: number,
  end: number,
  segments: readonly Segment[],
): (ElementContent | undefined)[] {
  if (end === start)
    return segments.map((segment) => (holdsPoint(segment, start) ? node : undefined))
  if (node.type === 'text') {
    return segments.map((segment) => {
      const value = node.value.slice(Math.max(segment.start - start, 0), segment.end - start)
      return overlaps(segment, start, end) ? { type: 'text', value } : undefined
    })
  }
  const isWhole = segments.some((segment) => segment.start <= start && segment.end >= end)
  if (node.type !== 'element' || isWhole)
    return segments.map((segment) => (overlaps(segment, start, end) ? node : undefined))
  return shareOut(node.children, segments, start).map(({ segment, nodes }) =>
    overlaps(segment, start, end) ? partOf(node, nodes) : undefined,
  )
}

const partOf = (node: Element, children: ElementContent[]): Element => ({
  ...node,
  properties: { ...node.properties },
  children,
})

const overlaps = (segment: Segment, start: number, end: number) =>
  segment.start < end && segment.end > start

const holdsPoint = ({ start, end }: Segment, at: number) =>
  at === 0 ? start === 0 : start < at && at <= end
