/** What `<reader-settings>` opens: theme and text size. */
import { adopt, element, word } from './make-element'

type Choice = { name: 'theme' | 'text'; words: string; values: string[] }

/** `words` names an attribute of the body: the legend and a label for each value, with `|` between them. */
const CHOICES: Choice[] = [
  { name: 'theme', words: 'themes', values: ['', 'light', 'dark'] },
  { name: 'text', words: 'sizes', values: ['', 'large', 'larger'] },
]

/** A legend stands on its fieldset's border, unless it floats. */
const STYLE = `
div{position:absolute;inset-block-start:100%;inset-inline-end:0;z-index:2;inline-size:max-content;max-inline-size:90vw;padding:1rem;background:var(--paper);border:1px solid var(--ink);color:var(--ink);font:400 .9375rem/1.4 var(--sans)}
:host([label]) div{inset-inline:0 auto}
div[hidden]{display:none}
fieldset{border:0;padding:0;margin:0;display:flow-root}
fieldset+fieldset{margin-block-start:.75rem;padding-block-start:.75rem;border-block-start:1px solid var(--rule)}
legend{float:inline-start;inline-size:100%;padding:0;font-weight:600}
label{display:inline-flex;align-items:center;gap:.375rem;min-block-size:2.75rem;margin-inline-end:1rem;cursor:pointer}
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

function fieldset({ name, words, values }: Choice): HTMLFieldSetElement {
  const current = read(name)
  const [legend = '', ...labels] = word(words).split('|')
  const radios = values.map((value, i) =>
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
      labels[i] ?? '',
    ),
  )
  return element('fieldset', {}, element('legend', { textContent: legend }), ...radios)
}

/** The panel, at the end of the element's shadow root. */
export function makePanel(root: ShadowRoot): HTMLElement {
  adopt(root, STYLE)
  const panel = element('div', {}, ...CHOICES.map(fieldset))
  root.append(panel)
  return panel
}
