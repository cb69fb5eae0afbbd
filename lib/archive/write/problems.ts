import { z } from 'zod'
import type { Problem } from '@/lib/front-matter/problem'
import type { Statements } from '../rows'
import { problemColumn } from '../stored'

/** Puts these problems in place of those that were found in a file. */
export function storeProblems(rows: Statements, path: string, problems: readonly Problem[]): void {
  rows.run('DELETE FROM problems WHERE path = :path AND scanned = 0', { path })
  for (const problem of problems) insert(rows, problem, 0)
}

/** Puts these problems in place of those that the last scan had; writes only when they differ. */
export function storeScanProblems(rows: Statements, problems: readonly Problem[]): void {
  const before = rows.all(stored, 'SELECT problem FROM problems WHERE scanned = 1 ORDER BY rowid')
  if (JSON.stringify(before.map((row) => row.problem)) === JSON.stringify(problems)) return
  rows.transaction(() => {
    rows.run('DELETE FROM problems WHERE scanned = 1')
    for (const problem of problems) insert(rows, problem, 1)
  })
}

function insert(rows: Statements, problem: Problem, scanned: 0 | 1): void {
  const { path, severity, line } = problem
  rows.run(
    `INSERT INTO problems (path, severity, line, scanned, problem)
     VALUES (:path, :severity, :line, :scanned, :problem)`,
    { path, severity, line, scanned, problem: JSON.stringify(problem) },
  )
}

const stored = z.object({ problem: problemColumn })
const counted = z.object({ severity: z.enum(['error', 'warning']), count: z.number() })

/** The current problems, errors first, by path and line; at most `limit`. */
export function readProblems(rows: Statements, limit: number): Problem[] {
  return rows
    .all(stored, 'SELECT problem FROM problems ORDER BY severity, path, line LIMIT :limit', {
      limit,
    })
    .map((row) => row.problem)
}

/** What is wrong with one file. */
export function readProblemsOf(rows: Statements, path: string): Problem[] {
  return rows
    .all(stored, 'SELECT problem FROM problems WHERE path = :path', { path })
    .map((row) => row.problem)
}

export function countProblems(rows: Statements): { errors: number; warnings: number } {
  const counts = rows.all(
    counted,
    'SELECT severity, count(*) AS count FROM problems GROUP BY severity',
  )
  const of = (severity: string) => counts.find((row) => row.severity === severity)?.count ?? 0
  return { errors: of('error'), warnings: of('warning') }
}
