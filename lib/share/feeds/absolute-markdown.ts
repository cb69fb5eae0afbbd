import type { Nodes } from 'mdast'
import { siteHref } from '@/lib/markdown/mark-links'
import { parseMarkdown } from '@/lib/markdown/markdown-to-hast'

type Context = {
  /** The article's own address. */
  base: string
  /** The site's path for an image as the Markdown names it. */
  mediaUrl(src: string): string
}

type Change = { at: number; length: number; text: string }

/** The same Markdown with every address made absolute; not a letter of anything else changes. */
export function absoluteMarkdown(body: string, context: Context): string {
  const changes: Change[] = []
  collect(parseMarkdown(body), body, context, changes)
  let result = ''
  let from = 0
  for (const { at, length, text } of changes.sort((a, b) => a.at - b.at)) {
    result += body.slice(from, at) + text
    from = at + length
  }
  return result + body.slice(from)
}

function collect(node: Nodes, body: string, context: Context, changes: Change[]): void {
  if ('children' in node) for (const child of node.children) collect(child, body, context, changes)
  if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  if (start === undefined || end === undefined || node.url === '') return
  const at = targetIn(body.slice(start, end), node.url)
  const text = absolute(node, context)
  if (at !== undefined && text !== node.url)
    changes.push({ at: start + at, length: node.url.length, text })
}

/** Where the address stands in `[text](address "title")` or `[label]: address "title"`. */
function targetIn(source: string, url: string): number | undefined {
  for (const before of ['](', '](<', ']: ', ']: <']) {
    const at = source.lastIndexOf(before + url)
    if (at !== -1) return at + before.length
  }
  return undefined
}

function absolute(node: Nodes & { url: string }, { base, mediaUrl }: Context): string {
  const path = node.type === 'image' ? mediaUrl(node.url) : siteHref(node.url)
  return URL.canParse(path, base) ? new URL(path, base).href : node.url
}
