/**
 * `<share-tools><a href="mailto:…">E-mail</a></share-tools>`: beside the plain links, copying the address, the system's
 * own sheet, and for whatever is selected in the article a quote with its address. Each only where a browser can do it.
 */
import { element, styledRoot } from './make-element'
import { quoteAddress } from './quote-address'

const STYLE = `
button{font:inherit;padding:.25rem 1rem .25rem 0;border:0;background:none;color:var(--accent);cursor:pointer}
button:hover{color:var(--ink)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.quote{position:fixed;inset:auto 0 1rem;inline-size:max-content;margin:auto;padding:1rem;background:var(--ink);color:var(--paper)}
span{position:absolute;clip-path:inset(50%)}
`
/** A button says that long what it did. */
const SAID_MS = 2_000

class ShareTools extends HTMLElement {
  #said = element('span', { role: 'status' })

  connectedCallback() {
    if (this.shadowRoot) return
    const root = styledRoot(this, STYLE)
    const url = location.href.replace(/[?#].*/, '')
    if (navigator.clipboard) {
      const link = element('button', { textContent: 'Copy link' })
      link.onclick = () => this.#copy(url, link)
      root.append(link, this.#quoteButton(url))
    }
    if (navigator.share) {
      // A reader who closes the sheet has decided: there is nothing to say.
      const onclick = () => navigator.share({ title: document.title, url }).catch(() => {})
      root.append(element('button', { textContent: 'Share…', onclick }))
    }
    root.append(this.#said, element('slot', {}))
  }

  async #copy(text: string, button: HTMLButtonElement) {
    const said = this.#said
    const { textContent } = button
    if (said.textContent) return
    said.textContent = button.textContent = await navigator.clipboard.writeText(text).then(
      () => 'Copied',
      () => 'Could not copy',
    )
    setTimeout(() => {
      button.textContent = textContent
      said.textContent = ''
    }, SAID_MS)
  }

  /** At the foot of the window, out of the way of the menus that phones show beside a selection. */
  #quoteButton(url: string): HTMLButtonElement {
    const button = element('button', {
      textContent: 'Copy quote with link',
      className: 'quote',
      hidden: true,
      // Pressing it must not end the selection.
      onpointerdown: (event) => event.preventDefault(),
    })
    button.onclick = () => {
      const selection = getSelection()
      if (selection?.rangeCount) this.#copy(`“${quoteOf(selection).join(`”\n${url}`)}`, button)
    }
    document.addEventListener('selectionchange', () => {
      const { focusNode = null, isCollapsed = true } = getSelection() ?? {}
      button.hidden = isCollapsed || !this.closest('article')?.contains(focusNode)
    })
    return button
  }
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

customElements.define('share-tools', ShareTools)
