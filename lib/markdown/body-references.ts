import type { Nodes, Root } from 'mdast'
import { lineAt, lineStarts } from './html-places'
import { parseMarkdown } from './markdown-to-hast'
import { withoutPlainBlocks } from './plain-blocks'
import { type RawTag, rawTags } from './raw-html'

type Place = { line: number; column: number }

/** What a body links to or contains, each with its place in the body. */
export type BodyReferences = {
  links: (Place & { href: string })[]
  images: (Place & { src: string; alt: string })[]
  tags: (Place & { tag: RawTag })[]
}

/** `[words](https://…)` with no other marks in it; not an image. */
const OUTSIDE_LINK = /(?<!!)\[[^\]\\[<>`!]*\]\(https?:\/\/[^\s()<>\\`]+\)/g

/**
 * Finds the links, images and raw HTML of a body in a Markdown tree of the blocks that could contain any: exact except for
 * links to other sites, which can't be dead links in the folder. A body with no others is not parsed, since that takes ten
 * times as long as the rest of reading a file.
 */
export function bodyReferences(body: string): BodyReferences {
  if (!/[[<]/.test(body.replace(OUTSIDE_LINK, ''))) return { links: [], images: [], tags: [] }
  return referencesIn(parseMarkdown(withoutPlainBlocks(body)))
}

/** The links, images and raw HTML of a Markdown tree. */
export function referencesIn(tree: Root): BodyReferences {
  const found: BodyReferences = { links: [], images: [], tags: [] }
  const targets = definitions(tree)
  visit(tree, (node) => {
    const place = { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 }
    if (node.type === 'link') found.links.push({ ...place, href: node.url })
    if (node.type === 'linkReference') addTarget(found.links, place, targets.get(node.identifier))
    if (node.type === 'image') found.images.push({ ...place, src: node.url, alt: node.alt ?? '' })
    if (node.type === 'imageReference') {
      const src = targets.get(node.identifier)
      if (src !== undefined) found.images.push({ ...place, src, alt: node.alt ?? '' })
    }
    if (node.type === 'html') addTags(found, place, node.value)
  })
  return found
}

function visit(node: Nodes, see: (node: Nodes) => void): void {
  see(node)
  if ('children' in node) for (const child of node.children) visit(child, see)
}

function definitions(tree: Root): Map<string, string> {
  const targets = new Map<string, string>()
  visit(tree, (node) => {
    // When several definitions have one label, the first counts (CommonMark 4.7).
    if (node.type === 'definition' && !targets.has(node.identifier))
      targets.set(node.identifier, node.url)
  })
  return targets
}

function addTarget(links: BodyReferences['links'], place: Place, href: string | undefined): void {
  if (href !== undefined) links.push({ ...place, href })
}

function addTags(found: BodyReferences, start: Place, html: string): void {
  const starts = lineStarts(html)
  for (const tag of rawTags(html)) {
    const index = lineAt(starts, tag.index)
    const line = start.line + index
    const column = (index === 0 ? start.column : 1) + tag.index - (starts[index] ?? 0)
    found.tags.push({ line, column, tag })
    const { name, attributes } = tag
    const href = name === 'a' ? attributes.get('href') : undefined
    if (href !== undefined) found.links.push({ line, column, href })
    if (name === 'img') {
      found.images.push({
        line,
        column,
        src: attributes.get('src') ?? '',
        alt: attributes.get('alt') ?? '',
      })
    }
  }
}
