import * as z from 'zod'

/**
 * Something that an editor should fix. An error in the file itself (its fields, its bytes, its address) keeps it from being
 * published; an error in its text alone (a dead link, a missing image) doesn't, and nor does any warning.
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
  /** What is wrong, in words for an editor. */
  problem: z.string(),
  /** What to do about it. */
  fix: z.string(),
})
export type Problem = z.output<typeof problemSchema>

/** `path:line:col: field: problem (what to do)`, the one form in which editors see problems in text. */
export function formatProblem(p: Problem): string {
  return `${p.path}:${p.line}:${p.column}: ${p.field}: ${p.problem} (${p.fix})`
}
