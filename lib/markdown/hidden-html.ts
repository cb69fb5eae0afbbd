/** A range of a text, as offsets. */
type Range = { start: number; end: number }

/** Elements in which `<!--` is text, as it is in an attribute. */
const RAW = /<(script|style|textarea|title|iframe)(?=[\s/>])[^>]*>[\s\S]*?(?:<\/\1(?=[\s/>])|$)/
const TAG = /<\/?[a-z](?:=\s*(?:"[^"]*"|'[^']*'|(?!\s*["']))|[^>=])*>/
const COMMENT = /<!--(?:-?>|[\s\S]*?(?:-->|$))/
const INSTRUCTION = /<\?[\s\S]*?(?:\?>|$)/
const CDATA = /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)/
const DECLARATION = /<![^>]*(?:>|$)/
const UNFINISHED = /<(?:\/?[a-z][\s\S]*|\/)?$/

const HIDDEN = [COMMENT, INSTRUCTION, CDATA, DECLARATION, UNFINISHED]
const PIECE = new RegExp(
  `${RAW.source}|${TAG.source}|(?<hidden>${HIDDEN.map(({ source }) => source).join('|')})`,
  'gi',
)

/**
 * What a piece of raw HTML says to nobody: comments, processing instructions, CDATA, declarations and tags without an
 * end, each up to its own end or that of the piece. The one rule for the page, the lexer and the Markdown that readers get.
 */
export function hiddenRanges(html: string): Range[] {
  if (!html.includes('<')) return []
  return [...html.matchAll(PIECE)].flatMap(({ index, 0: piece, groups }) =>
    groups?.hidden === undefined ? [] : [{ start: index, end: index + piece.length }],
  )
}

export function withoutHidden(html: string): string {
  let shown = ''
  let from = 0
  for (const { start, end } of hiddenRanges(html)) {
    shown += html.slice(from, start)
    from = end
  }
  return shown + html.slice(from)
}
