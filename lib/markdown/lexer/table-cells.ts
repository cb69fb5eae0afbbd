/**
 * The cells of a table's row, as Markdown. A bar after a backslash belongs to its cell and appears there without the
 * backslash.
 */
export function cellsOf(row: string): string[] {
  const cells: string[] = []
  let cell = ''
  for (const part of row.split(/(\\\\|\\\||\|)/)) {
    if (part === '|') {
      cells.push(cell.trim())
      cell = ''
    } else cell += part === '\\|' ? '|' : part
  }
  if (cell.trim() !== '') cells.push(cell.trim())
  if (row.trimStart().startsWith('|')) cells.shift()
  return cells
}

/** The number of columns of the table with this head above this row of hyphens; undefined when the two make no table. */
export function columnsOf(head: string, delimiters: string): number | undefined {
  if (!/[:|]/.test(delimiters) || /[^-:| ]/.test(delimiters)) return undefined
  const cells = cellsOf(delimiters)
  if (cells.length === 0 || !cells.every((cell) => /^:?-+:?$/.test(cell))) return undefined
  return head.trim() !== '|' && cellsOf(head).length === cells.length ? cells.length : undefined
}
