import { Parser } from 'htmlparser2'
import { isRemote } from '@/lib/article/media-src'
import { isOpaque } from '../allow-list'
import { BLOCKS, PROSE } from '../mark-sentences'

export type HtmlText = { kind: 'prose' | 'heading' | 'html'; text: string }

/** Elements that are part of the words around them, anywhere, without changing their kind. */
const PHRASING = new Set(
  (
    'a abbr b bdi bdo big br cite code del dfn em font i img ins kbd mark q rb rp rt rtc ruby s samp small span ' +
    'strike strong sub sup time tt u var wbr'
  ).split(' '),
)

export const isPhrasing = (name: string): boolean => PHRASING.has(name.toLowerCase())

/** An open element: the kind of its own words, and whether they are a separate text. */
type Open = { kind: HtmlText['kind']; isInProse: boolean; isApart: boolean }

const OUTSIDE: Open = { kind: 'html', isInProse: false, isApart: true }

function openIn(parent: Open, name: string): Open {
  const isPart = parent.isInProse ? !BLOCKS.has(name) || !parent.isApart : PHRASING.has(name)
  if (isPart) return { ...parent, isApart: false }
  if (PROSE.has(name)) return { kind: 'prose', isInProse: true, isApart: true }
  const kind = /^h[1-6]$/.test(name) || parent.kind === 'heading' ? 'heading' : 'html'
  return { kind, isInProse: false, isApart: true }
}

/** The texts of HTML in order, divided as the page divides its own into sentences (`addSentences`). */
export function htmlTexts(html: string): HtmlText[] {
  const texts: HtmlText[] = []
  const stack: Open[] = []
  let opaque = 0
  let text = ''
  const top = () => stack.at(-1) ?? OUTSIDE
  const flush = () => {
    if (text.trim() !== '') texts.push({ kind: top().kind, text })
    text = ''
  }
  const parser = new Parser({
    onopentag(name, { src = '', alt = '' }) {
      if (isOpaque(name)) opaque += 1
      if (name === 'br') text += '\n'
      if (name === 'img' && (src === '' || isRemote(src))) text += alt || src
      const open = openIn(top(), name)
      if (open.isApart) flush()
      stack.push(open)
    },
    ontext(chunk) {
      if (opaque === 0) text += chunk
    },
    onclosetag(name) {
      if (isOpaque(name)) opaque -= 1
      if (top().isApart) flush()
      stack.pop()
    },
  })
  parser.end(html)
  flush()
  return texts
}
