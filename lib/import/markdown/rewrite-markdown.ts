import type { Html, Image, Link, Nodes } from 'mdast'
import { allowsElement } from '@/lib/markdown/allow-list'
import { markdownProblem } from '@/lib/markdown/bounds/markdown-problem'
import { parseMarkdown } from '@/lib/markdown/markdown-to-hast'
import { htmlToMarkdown } from '../html/html-to-markdown'
import { destination, inQuotes } from '../html/markdown-syntax'
import { pictureAt } from '../html/media-rules'
import type { Surroundings } from '../html/surroundings'

/** Replaces part of the text, by offsets. */
type Edit = { start: number; end: number; text: string }

/**
 * Markdown with its pictures, links and HTML in our form; everything else stays as it was written, character by character.
 */
export function rewriteMarkdown(markdown: string, around: Surroundings): string {
  // What a page can't render in a second stays as it is; the check of the file names its line.
  if (markdownProblem(markdown)) return markdown
  const tree = parseMarkdown(markdown)
  const edits = [...editsIn(tree, tree, { markdown, around })].sort((a, b) => a.start - b.start)
  let text = ''
  let done = 0
  for (const { start, end, text: made } of edits) {
    // What is within something replaced is gone.
    if (start < done) continue
    text += markdown.slice(done, start) + made
    done = end
  }
  return text + markdown.slice(done)
}

type Context = { markdown: string; around: Surroundings }

function* editsIn(node: Nodes, parent: Nodes, context: Context): Generator<Edit> {
  if (node.type === 'image') yield replaced(node, picture(node, context))
  else if (node.type === 'html' && parent.type !== 'paragraph') yield* blockEdits(node, context)
  else if (node.type === 'definition') {
    const { href, mark = '' } = context.around.link(node.url)
    if (href === undefined || href === node.url) return
    const title = node.title ? ` "${inQuotes(node.title)}"` : ''
    yield replaced(node, `[${node.label ?? node.identifier}]: ${destination(href)}${title}${mark}`)
  } else {
    if (node.type === 'link') yield* linkEdits(node, context)
    if (!('children' in node)) return
    if (node.children.some((child) => child.type === 'html') && node.type !== 'root')
      yield* inlineEdits(
        node.children.filter((child): child is Html => child.type === 'html'),
        context,
      )
    for (const child of node.children) yield* editsIn(child, node, context)
  }
}

const offsets = ({ position }: Nodes) => ({
  start: position?.start.offset ?? 0,
  end: position?.end.offset ?? 0,
})

const replaced = (node: Nodes, text: string): Edit => ({ ...offsets(node), text })

function picture({ url, alt, title }: Image, { around }: Context): string {
  return pictureAt({ address: url, alt: alt ?? '', caption: title ?? undefined }, around)
}

/** A link keeps its words as they are written; only what is around them changes. */
function* linkEdits(link: Link, { markdown, around }: Context): Generator<Edit> {
  const { start, end } = offsets(link)
  // `<https://…>` and bare addresses.
  if (markdown.charAt(start) !== '[') return
  const { href, mark = '' } = around.link(link.url)
  if (href === link.url && mark === '') return
  const [first, last] = [link.children[0], link.children.at(-1)]
  if (first === undefined || last === undefined) return
  const title = link.title ? ` "${inQuotes(link.title)}"` : ''
  const after = href === undefined ? mark : `](${destination(href)}${title})${mark}`
  if (href === undefined) yield { start, end: offsets(first).start, text: '' }
  yield { start: offsets(last).end, end, text: after }
}

const TAG = /<\/?([a-z][\w-]*)/gi

/** HTML on lines of its own: what the site would drop becomes Markdown. */
function* blockEdits(node: Html, { around }: Context): Generator<Edit> {
  const names = [...node.value.matchAll(TAG)].map(([, name = '']) => name.toLowerCase())
  if (names.length === 0 || names.every(isKept)) return
  yield replaced(node, htmlToMarkdown(node.value, around))
}

const isKept = (name: string) =>
  allowsElement(name) && !['img', 'a', 'div', 'span', 'figure'].includes(name)

/** Tags within a paragraph, each a node of its own. */
function* inlineEdits(nodes: Html[], { around }: Context): Generator<Edit> {
  const open: { node: Html; href: string }[] = []
  for (const node of nodes) {
    const [, slash, written = ''] = /^<(\/?)([a-z][\w-]*)/i.exec(node.value) ?? []
    const name = written.toLowerCase()
    if (name === '' || isKept(name)) continue
    if (name === 'a' && slash === '') {
      const href = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(node.value)
      open.push({ node, href: href?.[1] ?? href?.[2] ?? href?.[3] ?? '' })
    } else if (name === 'a') {
      const start = open.pop()
      const { href, mark = '' } = start && start.href !== '' ? around.link(start.href) : {}
      if (start) yield replaced(start.node, href === undefined ? '' : '[')
      yield replaced(node, href === undefined ? mark : `](${destination(href)})${mark}`)
    } else {
      yield replaced(node, slash ? '' : htmlToMarkdown(node.value, around))
    }
  }
  for (const { node } of open) yield replaced(node, '')
}
