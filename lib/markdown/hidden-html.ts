/** A piece of raw HTML that shows nothing itself, with its start and end. */
export type HtmlPiece = { kind: 'hidden' | 'raw' | 'tag'; start: number; end: number }

/** An element whose content is not HTML: `<!--` is text there, as it is in an attribute. */
const RAW =
  /<(?<name>script|style|textarea|title|iframe)(?=[\s/>])[^>]*>[\s\S]*?(?:<\/\k<name>(?=[\s/>])[^>]*(?:>|$)|$)/
/** Each character matches in only one way: with two ways, a few dozen unclosed attributes would take for ever. */
const TAG = /<\/?[a-z](?:=(?:\s*"[^"]*"|\s*'[^']*'|(?!\s*["']))|[^>=])*>/
const COMMENT = /<!--(?:-?>|[\s\S]*?(?:-->|$))/
const INSTRUCTION = /<\?[\s\S]*?(?:\?>|$)/
const CDATA = /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)/
const DECLARATION = /<![^>]*(?:>|$)/
const UNFINISHED = /<(?:\/?[a-z][\s\S]*|\/)?$/

const HIDDEN = [COMMENT, INSTRUCTION, CDATA, DECLARATION, UNFINISHED]
const PIECE = new RegExp(
  `(?<raw>${RAW.source})|(?<tag>${TAG.source})|${HIDDEN.map(({ source }) => source).join('|')}`,
  'gi',
)

export function htmlPieces(html: string): HtmlPiece[] {
  return [...html.matchAll(PIECE)].map(({ index, 0: { length }, groups }) => ({
    kind: groups?.raw !== undefined ? 'raw' : groups?.tag !== undefined ? 'tag' : 'hidden',
    start: index,
    end: index + length,
  }))
}

/**
 * Raw HTML without what readers never see: comments, processing instructions, CDATA, declarations and tags without an end,
 * each up to its own end or that of the HTML. The page, the lexer and the Markdown address all use this one rule.
 */
export const withoutHidden = (html: string): string => withoutPieces(html, ['hidden'])

export function withoutPieces(html: string, kinds: readonly HtmlPiece['kind'][]): string {
  let rest = ''
  let from = 0
  for (const { kind, start, end } of htmlPieces(html)) {
    if (!kinds.includes(kind)) continue
    rest += html.slice(from, start)
    from = end
  }
  return rest + html.slice(from)
}
