import { z } from 'zod'

/**
 * Something an editor should mend. An error of the file itself (its fields, its bytes, its address) keeps it from being
 * published, one of its text alone (a dead link, a missing image) doesn't, and no warning does.
 */
export const problemSchema = z.strictObject({
  severity: z.enum(['error', 'warning']),
  /** Path below the content folder, with forward slashes. */
  path: z.string(),
  /** Counted from 1. */
  line: z.number(),
  /** Counted from 1, in UTF-16 units. */
  column: z.number(),
  /** The front matter key (`source.url`), `body`, or `file`. */
  field: z.string(),
  /** What is wrong, in an editor's words. */
  problem: z.string(),
  /** What to do about it. */
  fix: z.string(),
})
export type Problem = z.output<typeof problemSchema>

/** `path:line:col: field: problem (what to do)`, the one form in which editors see problems. */
export function formatProblem(p: Problem): string {
  return `${p.path}:${p.line}:${p.column}: ${p.field}: ${p.problem} (${p.fix})`
}
