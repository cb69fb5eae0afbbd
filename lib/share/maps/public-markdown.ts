import type { Nodes } from 'mdast'
import { hiddenInMarkdown } from '@/lib/markdown/hidden-markdown'
import { extentOf } from '@/lib/markdown/html-places'
import { siteHref } from '@/lib/markdown/mark-links'
import { parseMarkdown } from '@/lib/markdown/markdown-to-hast'
import { type Change, writeChanges } from '@/lib/markdown/write-changes'

type Context = {
  /** The article's own address. */
  base: string
  /** The path on this site of an image, as the Markdown names it. */
  mediaUrl(src: string): string
}

/**
 * The Markdown of a body for readers: every address is absolute, what the page hides is removed, and the rest is unchanged.
 */
export function publicMarkdown(body: string, context: Context): string {
  const tree = parseMarkdown(body)
  const addresses = addressesIn(tree, body, context)
  return writeChanges(body, [...hiddenInMarkdown(tree, body), ...addresses])
}

function addressesIn(node: Nodes, body: string, context: Context): Change[] {
  const inside =
    'children' in node ? node.children.flatMap((child) => addressesIn(child, body, context)) : []
  if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return inside
  const { start, end } = extentOf(node)
  const at = node.url === '' ? undefined : targetIn(body.slice(start, end), node.url)
  const text = absolute(node, context)
  if (at === undefined || text === node.url) return inside
  return [...inside, { start: start + at, end: start + at + node.url.length, text }]
}

/** The position of the address in `[text](address "title")` or `[label]: address "title"`. */
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
