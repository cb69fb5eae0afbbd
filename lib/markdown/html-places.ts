import type { Html, Nodes } from 'mdast'

/** Where a node begins and ends in the body. */
export function extentOf({ position }: Nodes): { start: number; end: number } {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 }
}

/**
 * Tells where a character of a piece of HTML is in the body, whose lines may begin with marks of quotations and the like;
 * undefined when the lines don't show it.
 */
export function placesIn(node: Html, body: string): ((offset: number) => number) | undefined {
  const { start, end } = extentOf(node)
  const written = body.slice(start, end).split('\n')
  const lines = node.value.split('\n')
  if (!lines.every((line, index) => written[index]?.endsWith(line))) return undefined
  return (offset) => {
    const before = node.value.slice(0, offset).split('\n')
    const index = before.length - 1
    const lineEnd = start + written.slice(0, index + 1).join('\n').length
    return lineEnd - (lines[index] ?? '').length + (before[index] ?? '').length
  }
}
