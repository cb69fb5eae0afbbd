import type { z } from 'zod'
import { slugFault, slugFromPath } from '@/lib/article/slug'
import { markdownProblem } from '@/lib/markdown/bounds/markdown-problem'
import { decodeText } from './decode-text'
import { readFrontMatter } from './front-matter'
import { knownKeys } from './known-keys'
import type { Problem } from './problem'
import { schemaProblems } from './schema-problems'
import { withoutEmpty } from './without-empty'

/** With `ok`, `problems` holds only warnings. */
export type ContentFile<T> =
  | { ok: true; slug: string; fields: T; body: string; bodyLine: number; problems: Problem[] }
  | { ok: false; problems: Problem[] }

/** What articles and plain pages have in common: decoding the bytes, the slug, the front matter, the limits of the body. */
export function readContentFields<T extends z.ZodType>(
  path: string,
  bytes: Uint8Array,
  schema: T,
): ContentFile<z.output<T>> {
  const slug = slugFromPath(path)
  const problems = slugProblems(path, slug)
  const decoded = decodeText(path, bytes)
  if (!decoded.ok) return { ok: false, problems: [...problems, ...decoded.problems] }
  const front = readFrontMatter(path, decoded.text)
  if (!front.ok)
    return { ok: false, problems: [...problems, ...front.problems, ...decoded.problems] }
  const parsed = schema.safeParse(withoutEmpty(front.data), { reportInput: true })
  if (!parsed.success) {
    const keysAt = (at: readonly PropertyKey[]) => knownKeys(schema, at)
    problems.push(...schemaProblems(path, parsed.error.issues, front.locate, keysAt))
  }
  const bounds = markdownProblem(front.body)
  if (bounds) {
    const { line, column, problem, fix } = bounds
    problems.push({
      severity: 'error',
      path,
      line: line + front.bodyLine - 1,
      column,
      field: 'body',
      problem,
      fix,
    })
  }
  const { problems: warnings } = decoded
  if (!parsed.success || problems.length > 0) {
    return { ok: false, problems: [...problems, ...warnings] }
  }
  const { body, bodyLine } = front
  return { ok: true, slug, fields: parsed.data, body, bodyLine, problems: warnings }
}

function slugProblems(path: string, slug: string): Problem[] {
  const fault = slugFault(slug)
  return fault ? [{ severity: 'error', path, line: 1, column: 1, field: 'slug', ...fault }] : []
}
