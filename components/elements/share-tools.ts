/**
 * `<share-tools><a href="#share">Share</a></share-tools>`: opens the system's own sheet, or a menu of the links that the
 * page has at `#share`. Around an e-mail link it puts a button before it that copies the address.
 */
import { copyButton, pageAddress } from './copy'
import { element, styledRoot } from './make-element'

const STYLE = `
button{font:inherit;min-block-size:2.75rem;margin-inline-end:1rem;padding:0;border:0;background:none;color:inherit;text-decoration:underline;text-decoration-color:var(--accent);text-underline-offset:.2em;cursor:pointer}
button:hover{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
span{position:absolute;clip-path:inset(50%)}
`
class ShareTools extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return
    const root = styledRoot(this, STYLE)
    const link = this.querySelector('a')
    if (link?.hash !== '#share') {
      if (navigator.clipboard) root.append(...copyButton())
    } else link.addEventListener('click', (event) => this.#share(event, link))
    root.append(element('slot', {}))
  }

  #share(event: Event, link: HTMLAnchorElement) {
    event.preventDefault()
    if ('share' in navigator) {
      // A reader who closes the sheet has decided: there is nothing to say.
      navigator.share({ title: document.title, url: pageAddress() }).catch(() => {})
      return
    }
    import('./share-menu').then(
      ({ openMenu }) => openMenu(this, link),
      () => location.assign(link.href),
    )
  }
}

customElements.define('share-tools', ShareTools)
