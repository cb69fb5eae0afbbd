import * as z from 'zod'
import { escapeAttribute, escapeText } from '../html/escape-html'
import type { Marks } from '../html/marks'
import type { Piece } from '../old-text'
import { cardPieces } from './cards'

const node = z.looseObject({
  type: z.string(),
  children: z.array(z.unknown()).catch([]).default([]),
  text: z.string().catch(''),
  format: z.number().catch(0),
  tag: z.string().catch(''),
  listType: z.string().catch(''),
  start: z.number().int().catch(1),
  url: z.string().catch(''),
})
type Node = z.output<typeof node>

const state = z.object({ root: z.object({ children: z.array(z.unknown()) }) })

/** The bits of `format` (https://lexical.dev), each with the element that prints it. */
const FORMATS = [
  [1, 'strong'],
  [2, 'em'],
  [4, 's'],
  [8, 'u'],
  [16, 'code'],
  [32, 'sub'],
  [64, 'sup'],
  [128, 'mark'],
] as const

/** Deeper than any editor nests. */
const MAX_DEPTH = 100

/** A text of Ghost's present editor; undefined if it isn't one. */
export function lexicalPieces(json: string, marks: Marks): Piece[] | undefined {
  const read = state.safeParse(parseJson(json))
  if (!read.success) return undefined
  return read.data.root.children.flatMap((child) => {
    const parsed = node.safeParse(child)
    if (!parsed.success) return []
    const html = htmlOf(parsed.data, 0)
    return html === undefined ? cardPieces(parsed.data.type, child, marks) : [{ html }]
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Undefined for a card. */
function htmlOf(of: Node, depth: number): string | undefined {
  const inner = () => innerOf(of, depth)
  switch (of.type.replace(/^extended-/, '')) {
    case 'text':
      return formatted(of)
    case 'paragraph':
      return `<p>${inner()}</p>`
    case 'heading':
      return `<${headingOf(of)}>${inner()}</${headingOf(of)}>`
    case 'quote':
    case 'aside':
      return `<blockquote><p>${inner()}</p></blockquote>`
    case 'list':
      return of.listType === 'number' || of.tag === 'ol'
        ? `<ol start="${of.start}">${inner()}</ol>`
        : `<ul>${inner()}</ul>`
    case 'listitem':
      return `<li>${inner()}</li>`
    case 'link':
    case 'autolink':
    case 'at-link':
      return `<a href="${escapeAttribute(of.url)}">${inner()}</a>`
    case 'linebreak':
      return '<br>'
    case 'tab':
      return ' '
    case 'root':
      return inner()
    default:
      return depth === 0 ? undefined : inner()
  }
}

function innerOf({ children }: Node, depth: number): string {
  if (depth >= MAX_DEPTH) return ''
  return children
    .map((child) => {
      const parsed = node.safeParse(child)
      return parsed.success ? (htmlOf(parsed.data, depth + 1) ?? '') : ''
    })
    .join('')
}

const headingOf = ({ tag }: Node) => (/^h[1-6]$/.test(tag) ? tag : 'h2')

const formatted = ({ text, format }: Node) =>
  FORMATS.reduce(
    (html, [bit, name]) => (format & bit ? `<${name}>${html}</${name}>` : html),
    escapeText(text),
  )
