/** What few readers need comes when a reader first turns to it; until then the markup works as it is. */

const ELEMENTS: Record<string, () => Promise<unknown>> = {
  'POST-COMMENT': () => import('./post-comment'),
  'SEARCH-BOX': () => import('./search-box'),
}

/** As a finger touches it or the focus comes to it: long before anything is sent. */
for (const type of ['focusin', 'pointerdown']) {
  document.addEventListener(type, ({ target }) => {
    const host = target instanceof Element && target.closest('post-comment, search-box')
    // Offline the plain form stays.
    if (host) ELEMENTS[host.tagName]?.().catch(() => {})
  })
}

/** Sent before its element has come, a form waits for it: offline the browser would leave the page, and the words with it. */
document.addEventListener('submit', (event) => {
  const form = event.target
  const host = form instanceof HTMLFormElement && form.closest('post-comment')
  if (!host || host.shadowRoot) return
  event.preventDefault()
  import('./post-comment').then(
    () => form.requestSubmit(),
    () => (navigator.onLine ? form.submit() : sayUnsent(host)),
  )
})

function sayUnsent(host: Element) {
  const said = host.querySelector('[role=status]') ?? host.appendChild(document.createElement('p'))
  said.role = 'status'
  said.textContent = host.getAttribute('data-unsent')
}

/** `/` leads to the search field from anywhere. */
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
  const at = event.composedPath()[0]
  if (at instanceof Element && at.closest('input, textarea, select, [contenteditable]')) return
  const field = ['main ', ''].map((place) => document.querySelector(`${place}search-box input`))
  const input = field.find((each) => each instanceof HTMLInputElement)
  if (!input) return
  event.preventDefault()
  input.focus()
  input.select()
})

/** An editor goes through the queue by keys. */
document.addEventListener('keydown', (event) => {
  if (document.getElementById('queue'))
    import('./queue-keys').then(({ pressKey }) => pressKey(event)).catch(() => {})
})

/** A quote can be copied from where one is selected. */
function offerQuotes() {
  const { focusNode = null, isCollapsed = true } = getSelection() ?? {}
  if (isCollapsed || !document.querySelector('main article')?.contains(focusNode)) return
  document.removeEventListener('selectionchange', offerQuotes)
  import('./copy-quote').then(
    ({ offerQuote }) => offerQuote(),
    () => document.addEventListener('selectionchange', offerQuotes),
  )
}
if (navigator.clipboard) document.addEventListener('selectionchange', offerQuotes)

/** A picture opens over the page, where its link leads to it alone. */
document.addEventListener('click', (event) => {
  const { target, button, ctrlKey, metaKey, shiftKey, altKey } = event
  const link = target instanceof Element ? target.closest('article a:has(img)') : null
  if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin) return
  if (!link.pathname.includes('/media/')) return
  if (button || ctrlKey || metaKey || shiftKey || altKey) return
  event.preventDefault()
  import('./picture-dialog').then(
    ({ openPicture }) => openPicture(link),
    () => location.assign(link.href),
  )
})
