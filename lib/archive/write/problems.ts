import * as z from 'zod'
import type { Problem } from '@/lib/front-matter/problem'
import type { Statements } from '../statements'
import { problemColumn } from '../stored'

/** How a problem was found: by reading a file, by checking its text against the others, or by listing the folder. */
export type Origin = 'file' | 'text' | 'folder'

const stored = z.object({ problem: problemColumn })
const counted = z.object({ severity: z.enum(['error', 'warning']), count: z.number() })

/** Replaces the problems of this origin in a file. Returns the new ones. */
export function storeProblems(
  rows: Statements,
  origin: Exclude<Origin, 'folder'>,
  path: string,
  problems: readonly Problem[],
): Problem[] {
  const where = 'path = :path AND origin = :origin'
  return replace(rows, where, { path, origin }, origin, problems)
}

/** Replaces the problems that the last scan found in the folder. Returns the new ones. */
export function storeFolderProblems(rows: Statements, problems: readonly Problem[]): Problem[] {
  return rows.transaction(() => replace(rows, "origin = 'folder'", {}, 'folder', problems))
}

/** Writes only when they differ: a scan runs every half minute and mostly finds what the last one found. */
function replace(
  rows: Statements,
  where: string,
  values: Record<string, string>,
  origin: Origin,
  problems: readonly Problem[],
): Problem[] {
  const sql = `SELECT problem FROM problems WHERE ${where} ORDER BY rowid`
  const before = rows.all(stored, sql, values).map(({ problem }) => JSON.stringify(problem))
  const after = problems.map((problem) => JSON.stringify(problem))
  if (before.length === after.length && before.every((each, i) => each === after[i])) return []
  rows.run(`DELETE FROM problems WHERE ${where}`, values)
  for (const [i, problem] of problems.entries()) {
    const { path, severity, line } = problem
    rows.run(INSERT, { path, severity, line, origin, problem: after[i] ?? '' })
  }
  return problems.filter((_, i) => !before.includes(after[i] ?? ''))
}

const INSERT = `INSERT INTO problems (path, severity, line, origin, problem)
  VALUES (:path, :severity, :line, :origin, :problem)`

/** The current problems, errors first, by path and line; at most `limit`. */
export function readProblems(rows: Statements, limit: number): Problem[] {
  const sql = 'SELECT problem FROM problems ORDER BY severity, path, line, rowid LIMIT :limit'
  return rows.all(stored, sql, { limit }).map((row) => row.problem)
}

export function countProblems(rows: Statements): { errors: number; warnings: number } {
  const counts = rows.all(
    counted,
    'SELECT severity, count(*) AS count FROM problems GROUP BY severity',
  )
  const of = (severity: string) => counts.find((row) => row.severity === severity)?.count ?? 0
  return { errors: of('error'), warnings: of('warning') }
}
