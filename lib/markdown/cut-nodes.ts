import type { ElementContent } from 'hast'
import { isFootnote } from './hast-walk'

export type Segment = { start: number; end: number; sentence: boolean }

/** How much of the prose a node takes: a footnote's mark and a picture none, a line break one. */
export function widthOf(node: ElementContent): number {
  if (node.type === 'text') return node.value.length
  if (node.type !== 'element' || isFootnote(node)) return 0
  if (node.tagName === 'br') return 1
  return node.children.reduce((sum, child) => sum + widthOf(child), 0)
}

/**
 * Shares nodes out among segments, which follow each other without gaps. An element that crosses the end of a segment
 * is cut in two; one without width goes to the segment that ends where it stands.
 */
export function cutNodes(
  nodes: readonly ElementContent[],
  segments: readonly Segment[],
): { segment: Segment; nodes: ElementContent[] }[] {
  const parts = segments.map((segment) => ({ segment, nodes: [] as ElementContent[] }))
  let offset = 0
  let first = 0
  for (const node of nodes) {
    const width = widthOf(node)
    while ((segments[first]?.end ?? offset) < offset) first += 1
    for (const part of parts.slice(first)) {
      if (part.segment.start > offset + width) break
      part.nodes.push(...clip(node, offset, part.segment))
    }
    offset += width
  }
  return parts
}

/** What of a node that begins at `offset` falls into the segment: the node, a copy of a part of it, or nothing. */
function clip(node: ElementContent, offset: number, segment: Segment): ElementContent[] {
  const end = offset + widthOf(node)
  if (end === offset) return holdsPoint(segment, offset) ? [node] : []
  if (segment.start >= end || segment.end <= offset) return []
  if (segment.start <= offset && segment.end >= end) return [node]
  if (node.type === 'text') {
    const value = node.value.slice(Math.max(segment.start - offset, 0), segment.end - offset)
    return [{ type: 'text', value }]
  }
  if (node.type !== 'element') return []
  const children: ElementContent[] = []
  let at = offset
  for (const child of node.children) {
    children.push(...clip(child, at, segment))
    at += widthOf(child)
  }
  return [{ ...node, properties: { ...node.properties }, children }]
}

const holdsPoint = ({ start, end }: Segment, at: number) =>
  at === 0 ? start === 0 : start < at && at <= end
