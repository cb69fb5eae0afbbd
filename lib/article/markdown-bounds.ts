export type MarkdownFault = { line: number; column: number; problem: string; fix: string }

/** Lists and quotes within each other; the Markdown parser recurses, and overflows its stack at some 1,500. */
const MAX_CONTAINERS = 24

/** Checks, before anything parses it, that a body can be parsed in bounded time and depth. Places count from 1 in the body. */
export function markdownProblem(body: string): MarkdownFault | undefined {
  for (const [index, line] of body.split('\n').entries()) {
    const prefix = /^(?:[ \t]*(?:>|[-*+](?=\s|$)|\d{1,9}[.)](?=\s|$)))+/.exec(line)?.[0] ?? ''
    const depth = prefix.match(/>|[-*+]|\d+[.)]/g)?.length ?? 0
    if (depth > MAX_CONTAINERS) {
      return {
        line: index + 1,
        column: 1,
        problem: `nests lists and quotations more than ${MAX_CONTAINERS} deep`,
        fix: 'flatten them',
      }
    }
  }
  return undefined
}
