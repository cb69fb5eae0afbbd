import type { Nodes } from 'mdast'
import { extentOf, lineAt, lineStarts } from './html-places'
import { parseMarkdown } from './markdown-to-hast'

/**
 * `code` is another system's; `link` is none for Markdown; `note` is a footnote without its text, `lone-note` one to which
 * no text refers, `fence` one that is never closed.
 */
export type LeftoverKind = 'code' | 'link' | 'note' | 'lone-note' | 'fence'

/** `text` is what the body has, its first line at most. */
export type Leftover = { kind: LeftoverKind; text: string; line: number; column: number }

/** WordPress' shortcodes and those of its usual plugins; others only with an attribute (`[map id="3"]`). */
const SHORTCODE =
  /\[\/?(?:caption|gallery|youtube|vimeo|embed|audio|video|playlist|soundcloud|twitter|instagram|googlemaps|contact-form(?:-7)?|sourcecode|pullquote|blockquote|dropcap|button|(?:vc|et_pb|fusion|wp|su)_\w+)(?:[ =][^\]\n]{0,300})?\/?\](?![([:])|\[[a-z][\w-]{0,40} [\w-]{1,40}=["'“][^\]\n]{0,300}\](?![([:])/

/** What the template languages and dialects of other systems leave in a text when nothing runs them. */
const LEFTOVER = new RegExp(
  [
    // Hugo, Liquid, Nunjucks, Handlebars, ERB
    /\{\{.{0,300}?\}\}/,
    /\{%.{0,300}?%\}/,
    /<%.{0,300}?%>/,
    // kramdown and Pandoc: attributes, fenced divisions
    /\{:[^{}\n]*\}|\{[#.][\w-][^{}\n]*\}/,
    /^[ \t]*:::+[^\n]*$/,
    SHORTCODE,
    // Obsidian: links, comments, highlights, call-outs of its own
    /!?\[\[[^[\]\n]+\]\]/,
    /%%(?=\S).{0,300}?%%/,
    /==(?=[^\s=])[^=\n]*[^\s=]==/,
    /^[ \t]*>[ \t]*\[![\w-]+\][-+]?[^\n]*$/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gms',
)

const LINK = /!?\[[^[\]\n]*\]\([^()\n]*[^()\s][^()\n]*\)/g
const NOTE = /\[\^[^\]\s]{1,100}\](?!:)/g
const FENCE = /^(?: {0,3}|[ \t>*+\-\d.)]*)(`{3,}|~{3,})/

/** Bodies without any of these, and so nearly all, are not parsed. */
const SUSPICIOUS =
  /\{[{%:#.]|<%|:::|%%|==|\[\[|\[\^|\[![\w-]+\]|\[\/?[a-z][\w-]*[\]= ]|\]\([^)\n]{0,200}[ ]|^[ \t>*+\-\d.)]*(?:```|~~~)/m

/** GitHub's call-outs, which are ours: `> [!NOTE]` alone on its line. */
const OURS = /^[ \t]*>[ \t]*\[!(?:note|tip|important|warning|caution)\][ \t]*$/i

/** Whether a text has code of another system in it. */
export function hasLeftover(text: string): boolean {
  LEFTOVER.lastIndex = 0
  return LEFTOVER.test(text)
}

/** A text with the code of another system taken out. */
export const withoutLeftovers = (text: string): string => text.replace(LEFTOVER, ' ')

/**
 * What readers would see as it is written, since it is no Markdown: template code and shortcodes of other systems, links and
 * images that aren't any, footnotes without a partner; and a fence that is never closed. Nothing in code counts.
 */
export function leftoversIn(body: string): Leftover[] {
  if (!SUSPICIOUS.test(body)) return []
  const nodes = [...nodesIn(parseMarkdown(body))]
  const prose = blanked(body, nodes, ({ type }) => HIDDEN.has(type))
  const outside = blanked(prose, nodes, ({ type }) => LINKS.has(type))
  const code = [...prose.matchAll(LEFTOVER)].filter(([text]) => !OURS.test(text))
  const found = [
    ...code.map((match) => foundAt('code', match)),
    ...unread(outside.replace(LEFTOVER, blanks)),
    ...loneNotes(nodes),
    ...openFences(body, nodes),
  ]
  const starts = lineStarts(body)
  return found
    .sort((a, b) => a.index - b.index)
    .slice(0, MOST_FOUND)
    .map(({ index, ...leftover }) => {
      const line = lineAt(starts, index)
      return { ...leftover, line: line + 1, column: index - (starts[line] ?? 0) + 1 }
    })
}

/** A text with more was never converted, and its editor has seen enough. */
const MOST_FOUND = 20

function* nodesIn(node: Nodes): Generator<Nodes> {
  yield node
  if ('children' in node) for (const child of node.children) yield* nodesIn(child)
}

type Found = Pick<Leftover, 'kind' | 'text'> & { index: number }

const foundAt = (kind: LeftoverKind, { 0: text, index }: RegExpExecArray): Found => ({
  ...{ kind, index, text: shown(text) },
})

const HIDDEN = new Set(['code', 'inlineCode', 'html'])
const LINKS = new Set([
  'link',
  'image',
  'linkReference',
  'imageReference',
  'definition',
  'footnoteReference',
  'footnoteDefinition',
])

const blanks = (text: string) => text.replace(/[^\n]/g, ' ')

/** The text with some nodes replaced by blanks, so that all places stay. */
function blanked(
  text: string,
  nodes: readonly Nodes[],
  isHidden: (node: Nodes) => boolean,
): string {
  let result = ''
  let at = 0
  for (const node of nodes) {
    const { start, end } = extentOf(node)
    if (!isHidden(node) || start < at) continue
    result += text.slice(at, start) + blanks(text.slice(start, end))
    at = end
  }
  return result + text.slice(at)
}

/** Links whose address holds a space, and footnotes whose text is missing. */
function unread(prose: string): Found[] {
  return [
    ...[...prose.matchAll(LINK)].map((match) => foundAt('link', match)),
    ...[...prose.matchAll(NOTE)].map((match) => foundAt('note', match)),
  ]
}

/** Readers never see a footnote to which nothing refers. */
function loneNotes(nodes: readonly Nodes[]): Found[] {
  const used = new Set(
    nodes.flatMap((node) => (node.type === 'footnoteReference' ? [node.identifier] : [])),
  )
  return nodes.flatMap((node) => {
    if (node.type !== 'footnoteDefinition' || used.has(node.identifier)) return []
    const text = `[^${node.label ?? node.identifier}]`
    return [{ kind: 'lone-note', text, index: extentOf(node).start }]
  })
}

function openFences(body: string, nodes: readonly Nodes[]): Found[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'code') return []
    const { start, end } = extentOf(node)
    const lines = body.slice(start, end).split('\n')
    const [, mark = ''] = FENCE.exec(lines[0] ?? '') ?? []
    const last = FENCE.exec(lines.at(-1) ?? '')?.[1] ?? ''
    const isClosed = lines.length > 1 && last.startsWith(mark)
    return mark === '' || isClosed ? [] : [{ kind: 'fence', text: mark, index: start }]
  })
}

const MOST_SHOWN = 40

function shown(text: string): string {
  const line = text.trim().split('\n')[0] ?? ''
  return line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN)}…` : line
}
