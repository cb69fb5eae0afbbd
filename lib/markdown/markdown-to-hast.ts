import type { Element, ElementContent, Root, RootContent } from 'hast'
import { raw } from 'hast-util-raw'
import type { Root as Markdown, Nodes as MarkdownNodes } from 'mdast'
import { toHast } from 'mdast-util-to-hast'
import { remark } from 'remark'
import cjkEmphasis from 'remark-cjk-friendly/parseOnly'
import cjkStrike from 'remark-cjk-friendly-gfm-strikethrough/parseOnly'
import remarkGfm from 'remark-gfm'
import type { Processor } from 'unified'
import { fill, numeral, type Paper, wordsOf } from '@/lib/words/words'
import { addressSyntax } from './address-syntax'
import { isMade, isOpaque } from './allow-list'
import { cutAddresses } from './cut-addresses'
import { elementsOf } from './hast-walk'
import { withoutHidden } from './hidden-html'

/** A single wave is a character of its own: "20~25度…40~60%". */
const STRIKE = { singleTilde: false }

const parser = remark()
  .use(remarkGfm, STRIKE)
  .use(cjkEmphasis)
  .use(cjkStrike, STRIKE)
  .use(function edgedAddresses(this: Processor) {
    const data = this.data()
    data.micromarkExtensions = [...(data.micromarkExtensions ?? []), addressSyntax()]
    const cutting = { transforms: [cutAddresses] }
    data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), cutting]
  })

export function parseMarkdown(body: string): Markdown {
  return parser.parse(body)
}

/** Converts Markdown to an HTML tree, raw HTML included. The tree is not yet sanitised: `writeHtml` does that. */
export function markdownToHast(body: string, idPrefix: string, paper: Paper): Root {
  const { notes, backToText } = wordsOf(paper).article
  const markdown = parseMarkdown(body)
  dropHidden(markdown)
  const made = toHast(markdown, {
    allowDangerousHtml: true,
    clobberPrefix: idPrefix,
    footnoteLabel: notes,
    footnoteBackLabel: (reference, again) =>
      fill(backToText, {
        number: numeral(reference + 1, paper) + (again > 1 ? `-${again}` : ''),
      }),
    footnoteLabelProperties: {},
  })
  const tree: Root = made.type === 'root' ? made : { type: 'root', children: [] }
  for (const element of elementsOf(tree)) prefixNotesLabel(element, idPrefix)
  if (!hasRaw(tree)) {
    dropShells(tree)
    return tree
  }
  const parsed = raw(tree)
  const root: Root = parsed.type === 'root' ? parsed : { type: 'root', children: [] }
  dropOpaque(root)
  for (const element of elementsOf(root)) dropForeignId(element, idPrefix)
  dropShells(root)
  return root
}

/** Elements that say something without text in them, and cells, which keep the others of their row in place. */
const FULL_WHEN_EMPTY = new Set(['img', 'hr', 'br', 'input', 'td', 'th', 'wbr', 'code', 'pre'])
/** Elements within a sentence: a space alone in one still divides two words. */
const PHRASING = new Set([
  ...['a', 'b', 'bdi', 'cite', 'del', 'em', 'i', 'ins', 'mark', 'q', 's'],
  ...['small', 'span', 'strong', 'sub', 'sup', 'u'],
])

/** Drops elements in which nothing is left: a script was in them, a frame, or what a CMS saved empty. */
function dropShells(node: Root | Element): void {
  const keeps = (child: RootContent): boolean => {
    if (child.type !== 'element') return child.type === 'text'
    dropShells(child)
    const { tagName, children } = child
    if (FULL_WHEN_EMPTY.has(tagName)) return true
    return PHRASING.has(tagName) ? children.length > 0 : children.some(isFilled)
  }
  if (node.type === 'root') node.children = node.children.filter(keeps)
  else node.children = node.children.filter(keeps)
}

const isFilled = (child: RootContent) =>
  child.type === 'text'
    ? /\S/.test(child.value)
    : child.type === 'element' && child.tagName !== 'br'

/** Runs before HTML's own parser, which would end `<?` and `<![CDATA[` at the first `>`, in the middle of what they hide. */
function dropHidden(node: MarkdownNodes): void {
  if (node.type === 'html') node.value = withoutHidden(node.value)
  if ('children' in node) for (const child of node.children) dropHidden(child)
}

type Nodes = Root | Root['children'][number]

function hasRaw(node: Nodes): boolean {
  return node.type === 'raw' || ('children' in node && node.children.some(hasRaw))
}

/** Drops what is never shown before sentences are counted: a script has none. */
function dropOpaque(node: Root | Element): void {
  const keeps = (child: RootContent) =>
    child.type === 'text' ||
    (child.type === 'element' && !isOpaque(child.tagName) && !isField(child))
  const bare = <T extends RootContent>(child: T): (T | ElementContent)[] =>
    child.type === 'element' && isMade(child.tagName) ? child.children.flatMap(bare) : [child]
  if (node.type === 'root') node.children = node.children.flatMap(bare).filter(keeps)
  else node.children = node.children.flatMap((child) => bare(child)).filter(keeps)
  for (const child of node.children) if (child.type === 'element') dropOpaque(child)
}

/** Task lists make checkboxes; any other input would have no form. */
const isField = ({ tagName, properties }: Element) =>
  tagName === 'input' && properties.type !== 'checkbox'

/** An id from raw HTML could take the place of one of the page's own (`comments`, `s-…`): only footnotes keep theirs. */
function dropForeignId(element: Element, idPrefix: string): void {
  const id = String(element.properties.id ?? '')
  if (id.startsWith(`${idPrefix}fn-`) || id.startsWith(`${idPrefix}fnref-`)) return
  if (id !== `${idPrefix}footnote-label`) delete element.properties.id
}

/** mdast-util-to-hast prefixes the ids of footnotes, but not that of their heading. */
function prefixNotesLabel({ properties }: Element, idPrefix: string): void {
  if (properties.id === 'footnote-label') properties.id = `${idPrefix}footnote-label`
  if (properties.ariaDescribedBy) properties.ariaDescribedBy = [`${idPrefix}footnote-label`]
}
