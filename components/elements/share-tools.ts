/**
 * `<share-tools><a href="mailto:…">E-mail</a></share-tools>`: beside the plain links, copying the address, the system's
 * own sheet, and for whatever is selected in the article a quote with its address. Each only where a browser can do it.
 */
import { element, styledRoot } from './make-element'
import { type Quote, quoteAddress } from './quote-address'

const STYLE = `
:host{position:relative;display:inline-flex;flex-wrap:wrap;column-gap:1rem;align-items:baseline}
button{font:inherit;padding:.25rem 0;min-block-size:2rem;border:0;background:none;color:var(--accent);cursor:pointer}
button:hover{text-decoration:underline}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
.quote{position:absolute;z-index:3;padding:.5rem .875rem;inline-size:max-content;background:var(--ink);color:var(--paper)}
span{position:absolute;clip-path:inset(50%)}
`
/** A selection that is still being made has no button yet. */
const WAIT_MS = 250
/** A button says that long what it did. */
const SAID_MS = 2_000
/** Between a selection and its button: below the handles that phones draw. */
const GAP = 28

class ShareTools extends HTMLElement {
  #status = element('span', { role: 'status' })
  #quote = element('button', {
    textContent: 'Copy quote with link',
    className: 'quote',
    hidden: true,
  })

  connectedCallback() {
    if (this.shadowRoot) return
    const root = styledRoot(this, STYLE)
    const address = location.href.replace(/[?#].*/, '')
    if (navigator.clipboard) {
      const link = element('button', { textContent: 'Copy link' })
      link.onclick = () => this.#copy(address, link, 'Link copied')
      this.#offerQuotes(address)
      root.append(link, this.#quote)
    }
    if (navigator.share) {
      const sheet = element('button', { textContent: 'Share…' })
      // Whoever closes the sheet has decided: there is nothing to say.
      sheet.onclick = () => navigator.share({ title: document.title, url: address }).catch(() => {})
      root.append(sheet)
    }
    root.append(this.#status, document.createElement('slot'))
  }

  async #copy(text: string, button: HTMLButtonElement, done: string) {
    const { textContent } = button
    if (this.#status.textContent) return
    this.#status.textContent = button.textContent = await navigator.clipboard.writeText(text).then(
      () => done,
      () => 'Could not copy',
    )
    setTimeout(() => {
      button.textContent = textContent
      this.#status.textContent = ''
    }, SAID_MS)
  }

  #offerQuotes(address: string) {
    let wait: ReturnType<typeof setTimeout>
    document.addEventListener('selectionchange', () => {
      clearTimeout(wait)
      wait = setTimeout(() => this.#follow(), WAIT_MS)
    })
    // Pressing it must not end the selection.
    this.#quote.onpointerdown = (event) => event.preventDefault()
    this.#quote.onclick = () => {
      const { text, directive } = quoteOf(getSelection())
      this.#copy(
        `“${text}”\n${address}${directive && `#${directive}`}`,
        this.#quote,
        'Quote copied',
      )
    }
  }

  /** Puts the button below what is selected in the article's text. */
  #follow() {
    const selection = getSelection()
    const article = this.closest('article')
    const isQuote =
      selection?.toString().trim() &&
      article?.contains(selection.anchorNode) &&
      article.contains(selection.focusNode)
    this.#quote.hidden = !isQuote
    if (!selection || !isQuote) return
    const { left, bottom } = selection.getRangeAt(0).getBoundingClientRect()
    const host = this.getBoundingClientRect()
    const most = document.documentElement.clientWidth - this.#quote.offsetWidth
    this.#quote.style.left = `${Math.max(0, Math.min(left, most)) - host.left}px`
    this.#quote.style.top = `${bottom + GAP - host.top}px`
  }
}

/** Selects what is before and after for a moment: only a selection tells its text as it is shown. */
function quoteOf(selection: Selection | null): Quote {
  if (!selection?.rangeCount) return { text: '', directive: '' }
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0)
  const { body } = document
  const shown = (...ends: [Node, number, Node, number]) => {
    selection.setBaseAndExtent(...ends)
    return selection.toString()
  }
  const before = shown(body, 0, startContainer, startOffset)
  const after = shown(endContainer, endOffset, body, body.childNodes.length)
  return quoteAddress(before, shown(startContainer, startOffset, endContainer, endOffset), after)
}

customElements.define('share-tools', ShareTools)
