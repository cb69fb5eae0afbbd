import type { Problem } from '@/lib/front-matter/problem'

/** An error about a file as a whole. */
export function fileProblem(path: string, problem: string, fix: string): Problem {
  return { severity: 'error', path, line: 1, column: 1, field: 'file', problem, fix }
}
