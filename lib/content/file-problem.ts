import type { Problem } from '@/lib/front-matter/problem'

/** An error about a whole file. */
export function fileProblem(path: string, problem: string, fix: string): Problem {
  return { severity: 'error', path, line: 1, column: 1, field: 'file', problem, fix }
}

type Entry = { isFIFO(): boolean; isSocket(): boolean }

/** An entry that should be a file but isn't one. */
export function refusedEntry(path: string, entry: Entry): Problem {
  const device = entry.isSocket() ? 'a socket' : 'a device'
  const what = entry.isFIFO() ? 'a named pipe (FIFO)' : device
  return fileProblem(path, `is ${what}, not a file`, 'remove it')
}

/** Markdown outside the published folders would otherwise go missing silently. */
export function strayFile(path: string): Problem {
  const fix = 'name it articles/….md or pages/….md'
  return { ...fileProblem(path, 'is not published from here', fix), severity: 'warning' }
}
