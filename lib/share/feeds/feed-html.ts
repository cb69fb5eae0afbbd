import { Parser } from 'htmlparser2'
import { readImageAddress } from '@/lib/article/image-set'
import { escapeXml } from '@/lib/feeds/xml'

/** Attributes that a feed reader can use; the rest (ids of sentences, roles, tab stops) is for our own page. */
const KEPT = new Set(
  'href src alt title width height lang dir colspan rowspan start datetime cite'.split(' '),
)
const ADDRESSES = new Set(['href', 'src', 'cite'])

/** Elements that offer an image in several sizes: feed readers get the original, whose address never changes. */
const OFFERS = new Set(['picture', 'source'])

/**
 * The HTML of an article's body for use anywhere else: every address is absolute, resolved against `base`, the article's
 * own address, and there are no marks that only our page understands.
 */
export function feedHtml(html: string, base: string): string {
  const parts: string[] = []
  /** How much of `html` has been copied or left out so far. */
  let done = 0
  /** For each open span, whether it was kept. */
  const spans: boolean[] = []
  const replace = (start: number, end: number, instead: string) => {
    parts.push(html.slice(done, start), instead)
    done = end
  }
  const parser = new Parser({
    onopentag(name, given) {
      const attributes = keptAttributes(name === 'img' ? wholeImage(given) : given, base)
      const empty = OFFERS.has(name) || (name === 'span' && attributes === '')
      if (name === 'span') spans.push(!empty)
      const tag = empty ? '' : `<${name}${attributes}>${labelOf(given)}`
      replace(parser.startIndex, parser.endIndex + 1, name === 'input' ? boxOf(given) : tag)
    },
    onclosetag(name, isImplied) {
      const isKept = name === 'span' ? spans.pop() !== false : !OFFERS.has(name)
      if (isKept || isImplied) return
      replace(parser.startIndex, parser.endIndex + 1, '')
    },
  })
  parser.end(html)
  return parts.join('') + html.slice(done)
}

/** A character for the box of a task: feed readers remove controls, and then done tasks would look like the others. */
const boxOf = ({ checked }: Record<string, string>) => (checked === undefined ? '☐' : '☑')

/** Our style sheet shows the kind of a call-out from its label; elsewhere the kind needs a line of its own. */
const labelOf = ({ role, 'aria-label': label = '' }: Record<string, string>) =>
  role === 'note' ? `<p><strong>${escapeXml(label)}</strong></p>` : ''

const wholeImage = ({ src = '', ...others }: Record<string, string>) => ({
  src: src.startsWith('/') ? readImageAddress(src).name : src,
  ...others,
})

function keptAttributes(given: Record<string, string>, base: string): string {
  return Object.entries(given)
    .filter(([name]) => KEPT.has(name))
    .map(([name, value]) => {
      const isAddress = ADDRESSES.has(name) && URL.canParse(value, base)
      const kept = isAddress ? new URL(value, base).href : value
      return ` ${name}="${escapeXml(kept)}"`
    })
    .join('')
}
