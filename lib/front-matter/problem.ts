/** Something an editor should mend. An error keeps the file from being published; a warning does not. */
export type Problem = {
  severity: 'error' | 'warning'
  /** Path below the content folder, with forward slashes. */
  path: string
  /** Counted from 1. */
  line: number
  /** Counted from 1, in UTF-16 units. */
  column: number
  /** The front matter key (`source.url`), `body`, or `file`. */
  field: string
  /** What is wrong, in an editor's words. */
  problem: string
  /** What to do about it. */
  fix: string
}

/** `path:line:col: field: problem (what to do)`, the one form in which editors see problems. */
export function formatProblem(p: Problem): string {
  return `${p.path}:${p.line}:${p.column}: ${p.field}: ${p.problem} (${p.fix})`
}
