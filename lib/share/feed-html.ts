import { RewritingStream } from 'parse5-html-rewriting-stream'
import type { StartTag } from 'parse5-sax-parser'

/** What a feed reader can use; the rest (ids of sentences, roles, tab stops) is for our own page. */
const KEPT = new Set(
  'href src alt title width height lang dir colspan rowspan start datetime cite'.split(' '),
)
const ADDRESSES = new Set(['href', 'src', 'cite'])

/**
 * The HTML of an article's body as it may stand anywhere else: every address absolute, taken from `base`, the
 * article's own address, and no marks that only our page understands.
 */
export function feedHtml(html: string, base: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const stream = new RewritingStream()
    const parts: string[] = []
    /** Of each open span, whether it was kept. */
    const spans: boolean[] = []
    stream.on('startTag', (tag) => {
      const attrs = keptAttributes(tag, base)
      const empty = tag.tagName === 'span' && attrs.length === 0
      if (tag.tagName === 'span') spans.push(!empty)
      // The box of a task list is a control: it does nothing in a feed.
      if (!empty && tag.tagName !== 'input') stream.emitStartTag({ ...tag, attrs })
    })
    stream.on('endTag', (tag, raw) => {
      if (tag.tagName !== 'span' || spans.pop() !== false) stream.emitRaw(raw)
    })
    stream.setEncoding('utf8')
    stream.on('data', (part) => parts.push(String(part)))
    stream.on('error', reject)
    stream.on('end', () => resolve(parts.join('')))
    stream.end(html)
  })
}

function keptAttributes(tag: StartTag, base: string): StartTag['attrs'] {
  return tag.attrs
    .filter(({ name }) => KEPT.has(name))
    .map(({ name, value }) => ({
      name,
      value: ADDRESSES.has(name) && URL.canParse(value, base) ? new URL(value, base).href : value,
    }))
}
