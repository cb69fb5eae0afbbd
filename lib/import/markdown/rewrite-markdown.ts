import type { Surroundings } from '../html/surroundings'

export function rewriteMarkdown(markdown: string, _around: Surroundings): string {
  return markdown
}
