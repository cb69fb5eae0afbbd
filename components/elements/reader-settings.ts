/**
 * `<reader-settings>`: theme and text size, kept in this browser. The choice is an attribute of the root element,
 * set before first paint by the page's one inline script; without script the system's preference holds. With
 * `label="Text size"` its button is those words. What it opens comes when it is first pressed.
 */
import { element, styledRoot, word } from './make-element'

const STYLE = `
:host{position:relative;display:inline-block}
button{font:600 1.125rem/1 var(--serif);min-inline-size:2.75rem;block-size:2.75rem;padding:0;text-align:end;border:0;background:none;color:inherit;cursor:pointer}
:host([label]) button{font:inherit;text-align:start;text-decoration:underline;text-decoration-color:var(--accent);text-underline-offset:.2em;white-space:nowrap}
button:hover{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
`

class ReaderSettings extends HTMLElement {
  #panel: HTMLElement | undefined
  #button = element('button', {
    type: 'button',
    onclick: () => this.#press(),
    // It is there by the time it is pressed, as a rule.
    onfocus: () => import('./settings-panel').catch(() => {}),
  })

  connectedCallback() {
    if (this.shadowRoot) return
    const label = this.getAttribute('label')
    this.#button.textContent = label ?? 'Aa'
    if (!label) this.#button.setAttribute('aria-label', word('settings'))
    this.#button.setAttribute('aria-expanded', 'false')
    styledRoot(this, STYLE).append(this.#button)
  }

  async #press() {
    if (this.#panel) return this.#toggle(this.#panel.hidden === true)
    const { makePanel } = await import('./settings-panel')
    // A second press while the first waited for it finds it there.
    if (this.#panel || !this.shadowRoot) return
    this.#panel = makePanel(this.shadowRoot)
    this.#toggle(true)
    this.addEventListener('keydown', ({ key }) => {
      if (key !== 'Escape' || this.#panel?.hidden) return
      this.#toggle(false)
      this.#button.focus()
    })
    this.addEventListener('focusout', (event) => {
      const next = event.relatedTarget
      if (next instanceof Node && !this.contains(next)) this.#toggle(false)
    })
    document.addEventListener('pointerdown', (event) => {
      if (!event.composedPath().includes(this)) this.#toggle(false)
    })
  }

  #toggle(open: boolean) {
    if (this.#panel) this.#panel.hidden = !open
    this.#button.setAttribute('aria-expanded', String(open))
  }
}

customElements.define('reader-settings', ReaderSettings)
