import type { Element, ElementContent, Root, RootContent } from 'hast'
import { sentenceRanges } from '@/lib/language/sentence-ranges'
import { oneSpaced } from '@/lib/language/sentences'
import { cutNodes, type Segment, widthOf } from './cut-nodes'
import { element, elementsOf, isFootnote, textOf } from './hast-walk'
import { numberedIds, sentenceId } from './sentence-id'

export type Sentence = { id: string; text: string }

/** Where a sentence stands. */
export type Place = {
  /** The number of its paragraph or item, from 0; those without sentences aren't counted. */
  paragraph: number
  /** It is in a block quotation. */
  isQuoted: boolean
}

export type MarkedSentences = {
  sentences: Sentence[]
  /** In the order of the sentences. */
  places: Place[]
}

/** Elements whose own words are sentences; a heading already has an id, and a table cell isn't a sentence. */
export const PROSE: ReadonlySet<string> = new Set(['p', 'li', 'dd'])

/** Elements that end a run of words inside a list item. */
export const BLOCKS: ReadonlySet<string> = new Set([
  ...[
    'p',
    'ul',
    'ol',
    'blockquote',
    'pre',
    'div',
    'table',
    'hr',
    'figure',
    'details',
    'dl',
    'section',
  ],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
])

/** Wraps each sentence of the prose in a span with its id; markup that crosses its end is split in two. */
export function addSentences(tree: Root, idPrefix: string, lang?: string): MarkedSentences {
  const numbered = numberedIds()
  const sentences: Sentence[] = []
  const places: Place[] = []
  let paragraph = 0
  let quotations = 0
  const wrap = (text: string, children: ElementContent[]): Element => {
    const id = `${idPrefix}${numbered(sentenceId(text))}`
    sentences.push({ id, text })
    places.push({ paragraph, isQuoted: quotations > 0 })
    return element('span', { id }, children)
  }
  const visit = (node: Root | RootContent): void => {
    if (node.type === 'element') visitElement(node)
    else if (node.type === 'root') visitAll(node.children)
  }
  const visitAll = (nodes: readonly RootContent[]) => {
    for (const node of nodes) visit(node)
  }
  const visitElement = (node: Element) => {
    if (isFootnote(node)) return
    if (node.tagName === 'blockquote') quotations += 1
    if (PROSE.has(node.tagName)) node.children = runsOf(node.children).flatMap(markParagraph)
    else visitAll(node.children)
    if (node.tagName === 'blockquote') quotations -= 1
  }
  const markParagraph = (run: ElementContent[]) => {
    const marked = markRun(run, wrap, visit, lang)
    if (places.at(-1)?.paragraph === paragraph) paragraph += 1
    return marked
  }
  visit(tree)
  return { sentences, places }
}

const isBlock = (node: ElementContent) => node.type === 'element' && BLOCKS.has(node.tagName)

/** Groups neighbours of one kind: words, or a single block. */
function runsOf(nodes: ElementContent[]): ElementContent[][] {
  const runs: ElementContent[][] = []
  for (const node of nodes) {
    const last = runs.at(-1)
    if (last?.[0] && !isBlock(node) && !isBlock(last[0])) last.push(node)
    else runs.push([node])
  }
  return runs
}

function markRun(
  run: ElementContent[],
  wrap: (text: string, children: ElementContent[]) => Element,
  visit: (node: RootContent) => void,
  lang: string | undefined,
): ElementContent[] {
  const [first] = run
  if (first && isBlock(first)) {
    visit(first)
    return run
  }
  const text = run.map(proseOf).join('')
  const ranges = sentenceRanges(text, lang)
  if (ranges.length === 0) return run
  const segments: Segment[] = []
  let end = 0
  for (const range of ranges) {
    if (range.start > end) segments.push({ start: end, end: range.start, sentence: false })
    segments.push({ ...range, sentence: true })
    end = range.end
  }
  if (end < text.length) segments.push({ start: end, end: text.length, sentence: false })
  return cutNodes(run, segments).flatMap(({ segment, nodes }) =>
    segment.sentence
      ? [wrap(oneSpaced(text.slice(segment.start, segment.end)), nodes)]
      : nodes.map(bareSpace),
  )
}

/** The space between two sentences needs no markup, even inside a link around both. */
function bareSpace(node: ElementContent): ElementContent {
  if (node.type !== 'element' || node.tagName === 'br' || widthOf(node) === 0) return node
  const value = textOf(node)
  const hasMore = [...elementsOf(node)].some(({ tagName }) => tagName === 'br' || tagName === 'img')
  return hasMore || value.trim() !== '' ? node : { type: 'text', value }
}

/** A node's words, as long as `widthOf` says: a line break is a space, a footnote's mark and a picture are nothing. */
function proseOf(node: ElementContent): string {
  if (node.type === 'text') return node.value
  if (widthOf(node) === 0 || node.type !== 'element') return ''
  if (node.tagName === 'br') return '\n'
  return node.children.map(proseOf).join('')
}
