import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import { renderBody } from '@/lib/markdown/render-body'

type Node = DefaultTreeAdapterTypes.ChildNode

/** Elements that a browser puts on separate lines: no word crosses their edges. */
const BLOCKS = new Set(
  [
    ...['blockquote', 'br', 'dd', 'details', 'div', 'dl', 'dt', 'figcaption', 'figure', 'hr', 'li'],
    ...['ol', 'p', 'pre', 'section', 'summary', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul'],
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  ].flat(),
)

/** What the page adds to an article's own words: footnote numbers, arrows back, and the heading of the notes. */
const isMade = (node: DefaultTreeAdapterTypes.Element) =>
  node.attrs.some(
    ({ name, value }) =>
      name === 'data-footnote-ref' ||
      name === 'data-footnote-backref' ||
      (name === 'id' && value === 'footnote-label'),
  )

function textOf(node: Node): string {
  if ('value' in node) return node.value
  if (!('childNodes' in node) || isMade(node)) return ''
  const text = node.childNodes.map(textOf).join('')
  return BLOCKS.has(node.tagName) ? ` ${text} ` : text
}

export const context = {
  imageSize: () => ({ width: 40, height: 30 }),
  mediaUrl: (src: string) => src,
}

/** The page of a body as a reader sees it: its words in order, and its sentences. */
export function readPage(body: string) {
  const { html, sentences } = renderBody(body, context)
  const text = parseFragment(html).childNodes.map(textOf).join('')
  return { html, sentences, words: wordsOf(text) }
}

export const wordsOf = (text: string) => text.split(/\s+/).filter((word) => word !== '')
