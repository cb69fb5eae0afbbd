import { escapeHtml } from './escape-html'
import { renderInline } from './render-inline'

/** Quotes nested deeper than this appear as typed: nobody can follow them, and each costs a level of recursion. */
const QUOTE_DEPTH_MAX = 3

const FENCE = /^ {0,3}```[^`]*$/
const CLOSING_FENCE = /^ {0,3}```\s*$/
const QUOTED = /^ {0,3}> ?/

/** The lines from `start` on, as long as `belongs` holds. */
function take(lines: string[], start: number, belongs: (line: string) => boolean): string[] {
  let end = start
  while (end < lines.length && belongs(lines[end] ?? '')) end++
  return lines.slice(start, end)
}

/** The line that closes the fence opened at `start`; undefined when none does, and then it is no fence. */
function closingFence(lines: string[], start: number): number | undefined {
  const end = start + 1 + take(lines, start + 1, (line) => !CLOSING_FENCE.test(line)).length
  return end < lines.length ? end : undefined
}

function renderParagraph(lines: string[]): string {
  return `<p>${renderInline(lines.join('\n')).replaceAll('\n', '<br>\n')}</p>`
}

function renderBlocks(lines: string[], depth: number): string {
  const blocks: string[] = []
  const lastFence = lines.findLastIndex((line) => CLOSING_FENCE.test(line))
  const isFence = (line: string, at: number) => FENCE.test(line) && at < lastFence
  const isQuote = (line: string) => depth < QUOTE_DEPTH_MAX && QUOTED.test(line)
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? ''
    const close = isFence(line, at) ? closingFence(lines, at) : undefined
    if (close !== undefined) {
      blocks.push(`<pre><code>${escapeHtml(lines.slice(at + 1, close).join('\n'))}</code></pre>`)
      at = close + 1
    } else if (isQuote(line)) {
      const quote = take(lines, at, isQuote)
      const inner = quote.map((quoted) => quoted.replace(QUOTED, ''))
      blocks.push(`<blockquote>${renderBlocks(inner, depth + 1)}</blockquote>`)
      at += quote.length
    } else if (line.trim() === '') {
      at++
    } else {
      const from = at
      const rest = take(
        lines,
        at + 1,
        (next) => next.trim() !== '' && !isQuote(next) && !FENCE.test(next),
      )
      blocks.push(renderParagraph([line, ...rest]))
      at = from + 1 + rest.length
    }
  }
  return blocks.join('\n')
}

/**
 * A comment's text as HTML made of p, br, em, strong, code, pre, blockquote and a, with no attribute except a link's href
 * and rel; everything else appears as typed. The page, the feeds and the queue all use it.
 *
 * It doesn't use remark: "as typed" is the rule, and remark would first turn headings, lists, tables, images and raw HTML
 * into a tree, which then had to be turned back into what was typed. Markup comes only from literals in this file and the
 * next; a reader's text always passes through `escapeHtml`.
 */
export function renderComment(text: string): string {
  return renderBlocks(text.split(/\r\n|[\n\r\u2028\u2029]/), 0)
}
