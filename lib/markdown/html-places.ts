import type { Html, Nodes } from 'mdast'

/** The start and end of a node in the body. */
export function extentOf({ position }: Nodes): { start: number; end: number } {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 }
}

/** The start of each line of a text. */
export function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** The number, from 0, of the line that contains a character. */
export function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle
  }
  return low
}

/**
 * A function that converts an offset in a piece of HTML to one in the body, whose lines may start with quotation marks
 * (`>`) and the like; undefined when the lines don't match.
 */
export function placesIn(node: Html, body: string): ((offset: number) => number) | undefined {
  const { start, end } = extentOf(node)
  const written = body.slice(start, end).split('\n')
  const lines = node.value.split('\n')
  if (!lines.every((line, index) => written[index]?.endsWith(line))) return undefined
  const writtenStarts = lineStarts(body.slice(start, end))
  const starts = lineStarts(node.value)
  return (offset) => {
    const index = lineAt(starts, offset)
    const marks = (written[index] ?? '').length - (lines[index] ?? '').length
    return start + (writtenStarts[index] ?? 0) + marks + offset - (starts[index] ?? 0)
  }
}
