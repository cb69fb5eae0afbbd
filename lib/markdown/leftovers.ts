import type { Nodes } from 'mdast'
import { extentOf, lineAt, lineStarts } from './html-places'
import { parseMarkdown } from './markdown-to-hast'

export type Leftover = { line: number; column: number; problem: string; fix: string }

const AS_IT_IS = 'which readers see as it is written'
const REPLACE = 'write it in Markdown, or take it out'

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
  const found = [
    ...[...prose.matchAll(LEFTOVER)]
      .filter(([text]) => !OURS.test(text))
      .map(({ 0: text, index }) => ({
        index,
        problem: `has ${shown(text)}, ${AS_IT_IS}`,
        fix: REPLACE,
      })),
    ...unread(outside.replace(LEFTOVER, blanks)),
    ...loneNotes(nodes),
    ...openFences(body, nodes),
  ]
  const starts = lineStarts(body)
  return found
    .sort((a, b) => a.index - b.index)
    .slice(0, MOST_FOUND)
    .map(({ index, ...words }) => {
      const line = lineAt(starts, index)
      return { ...words, line: line + 1, column: index - (starts[line] ?? 0) + 1 }
    })
}

/** A text with more was never converted, and its editor has seen enough. */
const MOST_FOUND = 20

function* nodesIn(node: Nodes): Generator<Nodes> {
  yield node
  if ('children' in node) for (const child of node.children) yield* nodesIn(child)
}

type Found = { index: number; problem: string; fix: string }

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
  const links = [...prose.matchAll(LINK)].map(({ 0: text, index }) => ({
    index,
    problem: `has ${shown(text)}, which is no link: ${AS_IT_IS}`,
    fix: 'put an address with spaces in angle brackets, or write %20 for each',
  }))
  const notes = [...prose.matchAll(NOTE)].map(({ 0: text, index }) => ({
    index,
    problem: `has ${shown(text)}, a footnote without its text`,
    fix: `add a line ${text}: with the text`,
  }))
  return [...links, ...notes]
}

/** Footnotes to which nothing refers: readers never see them. */
function loneNotes(nodes: readonly Nodes[]): Found[] {
  const used = new Set(
    nodes.flatMap((node) => (node.type === 'footnoteReference' ? [node.identifier] : [])),
  )
  return nodes.flatMap((node) =>
    node.type === 'footnoteDefinition' && !used.has(node.identifier)
      ? [
          {
            index: extentOf(node).start,
            problem: `has a footnote [^${node.label ?? node.identifier}] to which no text refers`,
            fix: 'refer to it, or take it out',
          },
        ]
      : [],
  )
}

function openFences(body: string, nodes: readonly Nodes[]): Found[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'code') return []
    const { start, end } = extentOf(node)
    const lines = body.slice(start, end).split('\n')
    const [, mark = ''] = FENCE.exec(lines[0] ?? '') ?? []
    const last = FENCE.exec(lines.at(-1) ?? '')?.[1] ?? ''
    const isClosed = lines.length > 1 && last.startsWith(mark)
    if (mark === '' || isClosed) return []
    return [
      {
        index: start,
        problem: `has a fence ${mark} that is never closed: the rest is set as code`,
        fix: `close it with a line ${mark}`,
      },
    ]
  })
}

const MOST_SHOWN = 40

const shown = (text: string) => {
  const line = text.trim().split('\n')[0] ?? ''
  return JSON.stringify(line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN)}…` : line)
}
