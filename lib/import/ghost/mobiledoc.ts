import * as z from 'zod'
import { escapeAttribute, escapeText } from '../html/escape-html'
import type { Marks } from '../html/marks'
import type { Piece } from '../old-text'
import { cardPieces } from './cards'

/** https://github.com/bustle/mobiledoc-kit/blob/master/MOBILEDOC.md */
const marker = z.tuple([
  z.number(),
  z.array(z.number()),
  z.number(),
  z.union([z.string(), z.number()]),
])
const mobiledoc = z.object({
  markups: z
    .array(z.tuple([z.string()]).rest(z.array(z.string())))
    .catch([])
    .default([]),
  atoms: z
    .array(z.tuple([z.string(), z.string()]).rest(z.unknown()))
    .catch([])
    .default([]),
  cards: z
    .array(z.tuple([z.string()]).rest(z.unknown()))
    .catch([])
    .default([]),
  sections: z.array(z.array(z.unknown())).default([]),
})
type Mobiledoc = z.output<typeof mobiledoc>

const [MARKUP, IMAGE, LIST, CARD] = [1, 2, 3, 10]
const BLOCKS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'aside'])
const INLINE = new Set([
  'a',
  'b',
  'strong',
  'i',
  'em',
  's',
  'u',
  'code',
  'sub',
  'sup',
  'del',
  'mark',
])

/** A text of Ghost's former editor; undefined if it isn't one. */
export function mobiledocPieces(json: string, marks: Marks): Piece[] | undefined {
  const read = mobiledoc.safeParse(parseJson(json))
  if (!read.success) return undefined
  return read.data.sections.flatMap((section) => piecesOf(section, read.data, marks))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function piecesOf([kind, first, second]: unknown[], whole: Mobiledoc, marks: Marks): Piece[] {
  if (kind === MARKUP && typeof first === 'string') {
    const tag = BLOCKS.has(first) ? first.replace('aside', 'blockquote') : 'p'
    return [{ html: `<${tag}>${markersHtml(second, whole)}</${tag}>` }]
  }
  if (kind === LIST && Array.isArray(second)) {
    const tag = first === 'ol' ? 'ol' : 'ul'
    const items = second.map((item) => `<li>${markersHtml(item, whole)}</li>`).join('')
    return [{ html: `<${tag}>${items}</${tag}>` }]
  }
  if (kind === IMAGE && typeof first === 'string')
    return [{ html: `<p><img src="${escapeAttribute(first)}"></p>` }]
  const card = kind === CARD && typeof first === 'number' ? whole.cards[first] : undefined
  return card ? cardPieces(card[0], card[1], marks) : []
}

/** Each marker opens some markups, then has its text, then closes some. */
function markersHtml(written: unknown, { markups, atoms }: Mobiledoc): string {
  const read = z.array(marker).safeParse(written)
  if (!read.success) return ''
  const open: string[] = []
  let html = ''
  for (const [type, opens, closes, value] of read.data) {
    for (const index of opens) {
      const [name = '', attributes = []] = markups[index] ?? []
      const tag = INLINE.has(name) ? name : 'span'
      const href = attributes[attributes.indexOf('href') + 1]
      html += tag === 'a' && href !== undefined ? `<a href="${escapeAttribute(href)}">` : `<${tag}>`
      open.push(tag)
    }
    const atom = type === 1 && typeof value === 'number' ? atoms[value] : undefined
    html += atom
      ? atom[0] === 'soft-return'
        ? '<br>'
        : escapeText(atom[1])
      : escapeText(String(value))
    for (let n = 0; n < closes; n++) html += `</${open.pop() ?? 'span'}>`
  }
  return (
    html +
    open
      .toReversed()
      .map((tag) => `</${tag}>`)
      .join('')
  )
}
