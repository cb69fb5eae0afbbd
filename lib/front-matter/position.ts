/** A position in a text, line and column counted from 1; columns in UTF-16 units. */
export type Position = { line: number; column: number }

/** The position of `offset` in a text with LF line ends. */
export function positionAt(text: string, offset: number): Position {
  let line = 1
  let start = 0
  for (let end = text.indexOf('\n'); end !== -1 && end < offset; end = text.indexOf('\n', start)) {
    line += 1
    start = end + 1
  }
  return { line, column: Math.min(offset, text.length) - start + 1 }
}
