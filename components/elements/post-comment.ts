/**
 * `<post-comment><form>…</form></post-comment>`: posts without leaving the page. The form is whole without it, and the
 * server's answers are the pages that it gives without script: what they say is said here, in a live region.
 */
import { adopt, element } from './make-element'

class PostComment extends HTMLElement {
  #status = element('p', { role: 'status' })

  connectedCallback() {
    if (this.shadowRoot) return
    this.#status.setAttribute('part', 'status')
    this.attachShadow({ mode: 'open' }).append(element('slot', {}), this.#status)
    this.addEventListener('submit', (event) => {
      if (!(event.target instanceof HTMLFormElement)) return
      event.preventDefault()
      // A second press while the first is on its way is none.
      if (this.ariaBusy !== 'true') this.#post(event.target)
    })
  }

  async #post(form: HTMLFormElement) {
    this.ariaBusy = 'true'
    this.#status.textContent = this.dataset.sending ?? ''
    const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)])
    try {
      const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(fields) })
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      if (answer.redirected) this.#posted(form, page, answer.url)
      else this.#refused(form, page)
    } catch {
      this.#status.textContent = this.dataset.unsent ?? ''
    }
    this.ariaBusy = null
  }

  /** Published: the comments as they are now. Waiting: the note, and the secret link. */
  #posted(form: HTMLFormElement, page: Document, url: string) {
    const comments = page.getElementById('comments')
    if (comments) {
      // This page may have come without the styles of what is new in it.
      for (const { textContent } of page.querySelectorAll('style')) adopt(document, textContent)
      this.closest('#comments')?.replaceWith(comments)
      const said = comments.querySelector<HTMLElement>('[role=status]') ?? comments
      said.tabIndex = -1
      said.focus()
      return
    }
    form.reset()
    const said = page.querySelector('[role=status]')?.cloneNode(true)
    this.#status.replaceChildren(...(said?.childNodes ?? []))
    for (const link of this.#status.querySelectorAll('a')) {
      link.href = url
      // The page's styles don't reach in here.
      link.style.color = 'inherit'
    }
  }

  #refused(form: HTMLFormElement, page: Document) {
    const said = [...page.querySelectorAll('[role=alert],[id$=-problem]')]
    // Something else to do first, as to confirm: the page itself says it.
    if (said.length === 0) return form.submit()
    this.#status.textContent = said.map((problem) => problem.textContent).join(' ')
    form
      .querySelector<HTMLElement>(`#${page.querySelector('[aria-invalid]')?.id || 'none'}`)
      ?.focus()
  }
}

customElements.define('post-comment', PostComment)
