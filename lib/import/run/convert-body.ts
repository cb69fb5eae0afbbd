import { htmlToMarkdown } from '../html/html-to-markdown'
import type { Remark } from '../html/marks'
import type { Surroundings } from '../html/surroundings'
import { withoutEmptyLines } from '../markdown/outside-code'
import { rewriteMarkdown } from '../markdown/rewrite-markdown'
import type { Piece } from '../old-text'
import { cleanText } from '../plain-words'

export type Converted =
  | { ok: true; markdown: string; remarks: Remark[] }
  | { ok: false; problem: string }

/** The site would refuse it anyway. */
const TOO_DEEP = 'is nested too deep to be read'

/** An old body as Markdown, or why it can't be read; one bad article never ends an import. */
export function convertBody(body: readonly Piece[], around: Surroundings): Converted {
  try {
    const parts = body.map((piece) =>
      'html' in piece
        ? htmlToMarkdown(piece.html, around)
        : rewriteMarkdown(piece.markdown, around),
    )
    const whole = parts.filter((part) => part.trim() !== '').join('\n\n')
    const { text, remarks } = around.marks.take(
      withoutEmptyLines(cleanText(whole)).replace(/^\n+/, ''),
    )
    return { ok: true, markdown: text, remarks }
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, problem: TOO_DEEP }
    throw error
  }
}
