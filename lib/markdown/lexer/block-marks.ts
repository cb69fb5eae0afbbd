/**
 * The marks that start and end blocks (https://spec.commonmark.org/0.31.2/#blocks-and-inlines), as the page's parser reads
 * them. Each pattern applies to a line without its indentation.
 */

export const RULE = /^([-*_])(?: *\1){2,} *$/
export const UNDERLINE = /^(?:=+|-+) *$/
export const FENCE = /^(?:`{3,}(?=[^`]*$)|~{3,})/
export const HEADING = /^#{1,6}(?= |$)/
export const ITEM = /^(?:[-*+]|(\d{1,9})([.)]))(?= |$)/
export const NOTE = /^\[\^((?:[^\s[\]\\]|\\[[\]\\]|\\(?![[\]\\]))+)\]: */

/** The words of a heading, without closing marks, which a space must precede. */
export function headingWords(line: string, marks: number): string {
  const words = line.slice(marks).trim()
  const closing = /#+$/.exec(words)?.index ?? words.length
  return closing === 0 || words.charAt(closing - 1) === ' ' ? words.slice(0, closing).trim() : words
}

const BLOCK_TAGS = [
  ...['address', 'article', 'aside', 'base', 'basefont', 'blockquote', 'body', 'caption', 'center'],
  ...['col', 'colgroup', 'dd', 'details', 'dialog', 'dir', 'div', 'dl', 'dt', 'fieldset'],
  ...['figcaption', 'figure', 'footer', 'form', 'frame', 'frameset', 'h[1-6]', 'head', 'header'],
  ...['hr', 'html', 'iframe', 'legend', 'li', 'link', 'main', 'menu', 'menuitem', 'nav'],
  ...['noframes', 'ol', 'optgroup', 'option', 'p', 'param', 'search', 'section', 'summary'],
  ...['table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'title', 'tr', 'track', 'ul'],
]
const BLOCK_TAG = new RegExp(`^</?(?:${BLOCK_TAGS.join('|')})(?=[ >]|/>|$)`, 'i')

const NAME = '[a-z][a-z0-9-]*'
const VALUE = `(?: *= *(?:"[^"]*"|'[^']*'|[^\\s"'=<>\`/]+))`
const WHOLE_TAG = new RegExp(
  `^(?:<${NAME}(?: +[a-z_:][a-z0-9_.:-]*${VALUE}?)* */?>|</${NAME} *>) *$`,
  'i',
)

export type HtmlEnd = RegExp | 'empty line'

/** Kinds of HTML that continue across empty lines, each up to the line with its end. */
const ENDS: readonly (readonly [start: RegExp, end: RegExp])[] = [
  [/^<(?:pre|script|style|textarea)(?=[ >]|$)/i, /<\/(?:pre|script|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [/^<![a-z]/i, />/],
]

/** What ends the HTML that this line starts; undefined when it starts none. Not every tag can interrupt a paragraph. */
export function htmlEnd(line: string, inParagraph: boolean): HtmlEnd | undefined {
  const end = ENDS.find(([start]) => start.test(line))?.[1]
  if (end) return end
  return BLOCK_TAG.test(line) || (!inParagraph && WHOLE_TAG.test(line)) ? 'empty line' : undefined
}

/** A line with its tabs expanded to spaces, with a tab stop every four columns. */
export function withoutTabs(line: string): string {
  let column = 0
  return line.replace(/([^\t]*)\t/g, (_, before: string) => {
    const width = 4 - ((column + before.length) % 4)
    column += before.length + width
    return before + ' '.repeat(width)
  })
}
