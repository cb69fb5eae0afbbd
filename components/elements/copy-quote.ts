/** For what is selected in the article a quote with its address, offered below the selection. */

import { copy, pageAddress } from './copy'
import { element, styledRoot, word } from './make-element'
import { quoteAddress } from './quote-address'

const STYLE = `
button{position:absolute;z-index:3;min-block-size:2.75rem;inline-size:max-content;padding:0 1rem;border:0;border-radius:2px;background:var(--ink);color:var(--paper);font:600 .9375rem/1 var(--sans);cursor:pointer}
button[hidden]{display:none}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
span{position:absolute;clip-path:inset(50%)}
`
/** Clear of the handles that a phone puts below a selection. */
const GAP = 12

const said = element('span', { role: 'status' })
const button = element('button', {
  type: 'button',
  textContent: word('copyQuote'),
  hidden: true,
  // Pressing it must not end the selection.
  onpointerdown: (event) => event.preventDefault(),
  onclick: () => {
    const selection = getSelection()
    if (!selection?.rangeCount) return
    const [quote, hash] = quoteOf(selection)
    // A function: `$&` in a quotation means nothing.
    const quoted = word('quoted').replace('{text}', () => quote)
    copy(`${quoted}\n${pageAddress()}${hash}`, button, said)
  },
})

/** Offers a quote for the present selection and for each later one. */
export function offerQuote(): void {
  const article = document.querySelector('main article')
  const host = element('div', {})
  styledRoot(host, STYLE).append(button, said)
  document.body.append(host)
  const show = () => {
    const selection = getSelection()
    const isOffered = selection?.isCollapsed === false && article?.contains(selection.focusNode)
    button.hidden = !isOffered
    if (selection && isOffered) placeBelow(selection)
  }
  document.addEventListener('selectionchange', show)
  show()
}

function placeBelow(selection: Selection): void {
  const lines = selection.getRangeAt(0).getClientRects()
  const last = lines[lines.length - 1]
  if (!last) return
  const { clientWidth } = document.documentElement
  const left = Math.max(8, Math.min(last.left, clientWidth - button.offsetWidth - 8))
  button.style.left = `${left + scrollX}px`
  button.style.top = `${last.bottom + scrollY + GAP}px`
}

/** Selects what is before and after for a moment: only a selection tells its text as it is shown. */
function quoteOf(selection: Selection) {
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0)
  const { body } = document
  selection.setBaseAndExtent(body, 0, startContainer, startOffset)
  const before = String(selection)
  selection.setBaseAndExtent(endContainer, endOffset, body, body.childNodes.length)
  const after = String(selection)
  selection.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset)
  return quoteAddress(before, String(selection), after)
}
