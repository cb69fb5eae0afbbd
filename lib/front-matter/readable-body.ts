import { markdownProblem } from '@/lib/markdown/bounds/markdown-problem'
import { decodeText } from './decode-text'
import { findFences } from './front-matter-fences'

export type ReadableBody = { body: string; bodyLine: number }

/**
 * The body of a file even if its fields have errors, so that all its problems are reported together; undefined when the
 * body can't be separated from the fields, or can't be parsed.
 */
export function readableBody(path: string, bytes: Uint8Array): ReadableBody | undefined {
  const decoded = decodeText(path, bytes)
  const fences = decoded.ok ? findFences(path, decoded.text) : undefined
  if (!decoded.ok || !fences?.ok) return undefined
  const body = decoded.text.slice(fences.bodyStart)
  return markdownProblem(body) ? undefined : { body, bodyLine: fences.bodyLine }
}
