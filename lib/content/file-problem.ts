import type { Problem } from '@/lib/front-matter/problem'

/** An error about a file as a whole. */
export function fileProblem(path: string, problem: string, fix: string): Problem {
  return { severity: 'error', path, line: 1, column: 1, field: 'file', problem, fix }
}

type Entry = { isFIFO(): boolean; isSocket(): boolean }

/** What stands in the place of a file and is none. */
export function refusedEntry(path: string, entry: Entry): Problem {
  const device = entry.isSocket() ? 'a socket' : 'a device'
  const what = entry.isFIFO() ? 'a named pipe (FIFO)' : device
  return fileProblem(path, `is ${what}, not a file`, 'remove it')
}

/** Markdown that lies nowhere from which it is published would otherwise be missed in silence. */
export function strayFile(path: string): Problem {
  const fix = 'name it articles/….md or pages/….md'
  return { ...fileProblem(path, 'is not published from here', fix), severity: 'warning' }
}
