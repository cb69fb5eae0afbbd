/**
 * `<search-box><form>…<input type="search" name="q">…</form></search-box>`: suggests names and headlines while a
 * reader types, as the combobox pattern has it: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/. The form is whole
 * without it.
 */
import { adopt, element } from './make-element'

type Suggestion = { kind?: string; text: string; path: string }
type Suggested = { name: string; count: string; suggestions: Suggestion[] }

const WAIT_MS = 120
let boxes = 0

const STYLE = `
search-box [role=listbox]{position:absolute;z-index:3;inset-block-start:calc(100% + 2px);inset-inline-end:0;inline-size:100%;margin:0;padding:.25rem 0;background:var(--paper);border:1px solid var(--ink);color:var(--ink);list-style:none}
@media(width>=40rem){search-box [role=listbox]{min-inline-size:26rem}}
search-box [role=option]{display:flex;gap:1rem;justify-content:space-between;padding:.5rem .75rem;font:400 .9375rem/1.35 var(--sans);cursor:pointer}
search-box [role=option] small{flex:none;color:var(--ink-soft)}
search-box [aria-selected=true],search-box [role=option]:hover{background:var(--paper-sunk)}
search-box [aria-selected=true]{box-shadow:inset 3px 0 var(--accent)}
search-box [role=status]{position:absolute;clip-path:inset(50%)}
`

async function suggest(text: string, signal: AbortSignal): Promise<Suggested | undefined> {
  const response = await fetch(`/api/suggest?q=${encodeURIComponent(text)}`, { signal })
  return response.ok ? response.json() : undefined
}

class SearchBox extends HTMLElement {
  #input: HTMLInputElement | null = null
  #list: HTMLUListElement | undefined
  #status = element('div', { role: 'status' })
  #shown: Suggestion[] = []
  #active = -1
  #wait: ReturnType<typeof setTimeout> | undefined
  #asking = new AbortController()

  connectedCallback() {
    const input = this.querySelector('input')
    if (!input || this.#input) return
    this.#input = input
    input.setAttribute('role', 'combobox')
    input.setAttribute('aria-autocomplete', 'list')
    this.#close()
    input.addEventListener('input', () => this.#type())
    input.addEventListener('keydown', (event) => this.#press(event))
    this.addEventListener('focusout', (event) => {
      const next = event.relatedTarget
      if (!(next instanceof Node && this.contains(next))) this.#close()
    })
  }

  #type() {
    clearTimeout(this.#wait)
    this.#asking.abort()
    const text = this.#input?.value.trim()
    if (!text) return this.#close()
    this.#wait = setTimeout(async () => {
      this.#asking = new AbortController()
      try {
        this.#show(await suggest(text, this.#asking.signal))
      } catch {
        // Offline, or more was typed meanwhile: the form works as it stands.
      }
    }, WAIT_MS)
  }

  /** Made when it is first needed, after whatever framework renders the form in development is done. */
  #makeList(): HTMLUListElement {
    adopt(document, STYLE)
    const list = element('ul', { id: `suggestions-${++boxes}`, role: 'listbox' })
    // Pressing must not take the focus from the input before the click has chosen.
    list.addEventListener('pointerdown', (event) => event.preventDefault())
    list.addEventListener('click', (event) => {
      const option = event.target instanceof Element && event.target.closest('[role=option]')
      if (option) this.#go([...list.children].indexOf(option))
    })
    this.append(list, this.#status)
    this.#input?.setAttribute('aria-controls', list.id)
    return list
  }

  #show(suggested: Suggested | undefined) {
    const { name, count, suggestions } = suggested ?? { suggestions: [] }
    if (!name || suggestions.length === 0 || document.activeElement !== this.#input)
      return this.#close()
    this.#list ??= this.#makeList()
    const { id } = this.#list
    this.#list.setAttribute('aria-label', name)
    this.#shown = suggestions
    this.#list.replaceChildren(
      ...suggestions.map(({ kind, text }, i) => {
        const label = kind ? [' ', element('small', { textContent: kind })] : []
        const said = element('bdi', { textContent: text })
        return element('li', { id: `${id}-${i}`, role: 'option' }, said, ...label)
      }),
    )
    this.#list.hidden = false
    this.#input?.setAttribute('aria-expanded', 'true')
    this.#status.textContent = count ?? ''
    this.#choose(-1)
  }

  #close() {
    clearTimeout(this.#wait)
    this.#asking.abort()
    if (this.#list) this.#list.hidden = true
    this.#shown = []
    this.#status.textContent = ''
    this.#input?.setAttribute('aria-expanded', 'false')
    this.#choose(-1)
  }

  #choose(active: number) {
    this.#active = active
    const options = [...(this.#list?.children ?? [])]
    for (const [i, option] of options.entries())
      option.setAttribute('aria-selected', String(i === active))
    this.#input?.setAttribute('aria-activedescendant', options[active]?.id ?? '')
  }

  #press(event: KeyboardEvent) {
    const { key, isComposing } = event
    const count = this.#shown.length
    if (isComposing || count === 0) return
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      // One place among them is the input itself; as many steps forward as there are options are one back.
      const step = key === 'ArrowDown' ? 1 : count
      this.#choose(((this.#active + 1 + step) % (count + 1)) - 1)
    } else if (key === 'Enter' && this.#active >= 0) this.#go(this.#active)
    else if (key === 'Escape') this.#close()
    else return
    event.preventDefault()
  }

  #go(place: number) {
    const path = this.#shown[place]?.path
    if (path) location.assign(path)
  }
}

customElements.define('search-box', SearchBox)
