/**
 * `<reader-settings>`: theme and text size, kept in this browser. The choice is an attribute of the root element,
 * set before first paint by the page's one inline script; without script the system's preference holds.
 */
import { element, styledRoot } from './make-element'

type Choice = { name: 'theme' | 'text'; legend: string; options: [value: string, label: string][] }

const CHOICES: Choice[] = [
  {
    name: 'theme',
    legend: 'Theme',
    options: [
      ['', 'System'],
      ['light', 'Light'],
      ['dark', 'Dark'],
    ],
  },
  {
    name: 'text',
    legend: 'Text size',
    options: [
      ['', 'Standard'],
      ['large', 'Large'],
      ['larger', 'Larger'],
    ],
  },
]

const STYLE = `
:host{position:relative;display:inline-block}
button{font:600 1.125rem/1 var(--serif);inline-size:2.75rem;block-size:2.75rem;padding:0;text-align:end;border:0;background:none;color:inherit;cursor:pointer}
button:hover{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
div{position:absolute;inset-block-start:100%;inset-inline-end:0;z-index:2;inline-size:max-content;max-inline-size:90vw;padding:1rem;background:var(--paper);border:1px solid var(--ink);color:var(--ink);font:400 .9375rem/1.4 var(--sans)}
div[hidden]{display:none}
fieldset{border:0;padding:0;margin:0;display:flex;gap:.25rem 1rem;flex-wrap:wrap}
fieldset+fieldset{margin-block-start:.75rem;padding-block-start:.75rem;border-block-start:1px solid var(--rule)}
legend{font-weight:600;padding:0}
label{display:inline-flex;align-items:center;gap:.375rem;min-block-size:2rem;cursor:pointer}
input{accent-color:var(--accent);inline-size:1.125rem;block-size:1.125rem;margin:0}
`

function read(name: string): string {
  try {
    return localStorage.getItem(name) ?? ''
  } catch {
    return ''
  }
}

function choose(name: Choice['name'], value: string): void {
  const { dataset } = document.documentElement
  if (value) dataset[name] = value
  else delete dataset[name]
  try {
    if (value) localStorage.setItem(name, value)
    else localStorage.removeItem(name)
  } catch {
    // Storage is closed to us: the choice holds for this page.
  }
}

function fieldset({ name, legend, options }: Choice): HTMLFieldSetElement {
  const current = read(name)
  const radios = options.map(([value, label]) =>
    element(
      'label',
      {},
      element('input', {
        type: 'radio',
        name,
        value,
        checked: value === current,
        onchange: () => choose(name, value),
      }),
      label,
    ),
  )
  return element('fieldset', {}, element('legend', { textContent: legend }), ...radios)
}

class ReaderSettings extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return
    const root = styledRoot(this, STYLE)
    const panel = element('div', { hidden: true }, ...CHOICES.map(fieldset))
    const button = element('button', {
      type: 'button',
      textContent: 'Aa',
    })
    button.setAttribute('aria-label', 'Reading settings: theme and text size')
    const toggle = (open: boolean) => {
      panel.hidden = !open
      button.setAttribute('aria-expanded', String(open))
    }
    toggle(false)
    button.onclick = () => toggle(panel.hidden === true)
    this.addEventListener('keydown', ({ key }) => {
      if (key !== 'Escape' || panel.hidden) return
      toggle(false)
      button.focus()
    })
    this.addEventListener('focusout', (event) => {
      const next = event.relatedTarget
      if (next instanceof Node && !this.contains(next)) toggle(false)
    })
    document.addEventListener('pointerdown', (event) => {
      if (!event.composedPath().includes(this)) toggle(false)
    })
    root.append(button, panel)
  }
}

customElements.define('reader-settings', ReaderSettings)
