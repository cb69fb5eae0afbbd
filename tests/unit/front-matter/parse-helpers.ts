import { parseArticle } from '@/lib/front-matter/parse-article'
import { formatProblem } from '@/lib/front-matter/problem'

export const bytesOf = (text: string) => new TextEncoder().encode(text)

export const parse = (
  input: string | Uint8Array,
  path = 'articles/story.md',
  timeZone = 'Asia/Tokyo',
) =>
  parseArticle({
    path,
    bytes: typeof input === 'string' ? bytesOf(input) : input,
    site: { lang: 'en', timeZone },
  })

/** The article of a file that must be valid. */
export function articleOf(input: string | Uint8Array, path?: string, timeZone?: string) {
  const parsed = parse(input, path, timeZone)
  if (!parsed.ok) throw new Error(parsed.problems.map(formatProblem).join('\n'))
  return parsed.article
}

export const problemsOf = (input: string | Uint8Array, path?: string, timeZone?: string) =>
  parse(input, path, timeZone).problems.map(formatProblem)

/** A valid file with these lines added to its front matter. */
export const withFields = (...lines: string[]) =>
  ['---', 'title: A story', 'date: 2025-06-28', ...lines, '---', '', 'Body.', ''].join('\n')
