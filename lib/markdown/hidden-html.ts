/** A range of a text, as offsets. */
type Range = { start: number; end: number }

/** Elements in which `<!--` is text; an attribute may hold one as well. */
const RAW = /<(script|style|textarea|title|iframe|xmp)(?=[\s/>])[^>]*>[\s\S]*?(?:<\/\1(?=[\s/>])|$)/
  .source
const TAG = /<\/?[a-z](?:[^"'>]|"[^"]*"|'[^']*')*>/.source
const HIDDEN =
  /<!--(?:-?>|[\s\S]*?(?:-->|$))|<\?[\s\S]*?(?:\?>|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!(?:[^>]*>|[\s\S]*$)/
    .source
const PIECE = new RegExp(`${RAW}|${TAG}|(?<hidden>${HIDDEN})`, 'gi')

/**
 * What a piece of raw HTML says to nobody: comments, processing instructions, CDATA and declarations, each up to its own
 * end or that of the piece. The one rule for the page, the lexer and the Markdown that readers get.
 */
export function hiddenRanges(html: string): Range[] {
  if (!/<[!?]/.test(html)) return []
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
