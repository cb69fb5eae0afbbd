import type { Problem } from './problem'

export type Fences =
  | { ok: true; bodyLine: number; bodyStart: number }
  | { ok: false; problem: Problem }

const OPEN =
  'begin the file with a line of three hyphens, the fields, and another line of three hyphens'

/** Checks the two `---` lines around the front matter, more strictly than gray-matter, which guesses. */
export function findFences(path: string, text: string): Fences {
  const fault = (line: number, column: number, problem: string, fix: string): Fences => ({
    ok: false,
    problem: { severity: 'error', path, line, column, field: 'front matter', problem, fix },
  })
  const lines = frontOf(text).split('\n')
  const first = lines[0] ?? ''
  if (text.trim() === '') return fault(1, 1, 'is missing: the file is empty', OPEN)
  if (/^-{4,}\s*$/.test(first)) {
    return fault(1, 4, `opens with ${first.trim().length} hyphens`, 'open it with exactly three')
  }
  const language = /^---\s*([^\s-].*)$/.exec(first)?.[1]?.trim()
  if (language !== undefined) {
    return fault(1, 4, `opens with ---${language}, but only YAML is read`, 'open it with --- alone')
  }
  if (!/^---[ \t]*$/.test(first)) return missing(lines, fault)
  const closing = lines.findIndex((line, index) => index > 0 && line.startsWith('---'))
  const closingLine = lines[closing]
  if (closingLine !== undefined) {
    if (/^---[ \t]*$/.test(closingLine)) {
      const bodyStart = lines.slice(0, closing + 1).reduce((sum, line) => sum + line.length + 1, 0)
      return { ok: true, bodyLine: closing + 2, bodyStart }
    }
    return fault(
      closing + 1,
      1,
      `ends with ${closingLine.slice(0, 20)}`,
      'close it with exactly three hyphens',
    )
  }
  const indented = lines.findIndex((line, index) => index > 0 && /^\s+---\s*$/.test(line))
  if (indented !== -1) {
    return fault(
      indented + 1,
      1,
      'is closed by an indented ---',
      'put --- at the start of its line',
    )
  }
  return fault(1, 1, 'is never closed', 'add a line of three hyphens after the fields')
}

/** The text up to the line that closes the front matter, so that the body needn't be split into lines. */
function frontOf(text: string): string {
  const closing = text.indexOf('\n---', 1)
  const end = closing === -1 ? -1 : text.indexOf('\n', closing + 1)
  return end === -1 ? text : text.slice(0, end)
}

function missing(
  lines: string[],
  fault: (line: number, column: number, problem: string, fix: string) => Fences,
): Fences {
  const index = lines.findIndex((line) => line.trim() !== '')
  const line = lines[index] ?? ''
  if (!/^\s*---\s*$/.test(line)) return fault(1, 1, 'is missing', OPEN)
  if (index > 0)
    return fault(index + 1, 1, 'begins after an empty line', 'make --- the first line of the file')
  return fault(1, 1, 'opens with a space before ---', 'put --- at the very start of the line')
}
