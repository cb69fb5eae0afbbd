/**
 * `<to-day><time datetime="2026-11-29">Sunday 29 November 2026</time></to-day>`: the day in the site's zone, however long
 * the page has been kept or open.
 */
class ToDay extends HTMLElement {
  connectedCallback() {
    const time = this.querySelector('time')
    const { lang, dataset } = document.documentElement
    const { timeZone } = dataset
    // Sweden writes dates as ISO 8601 does.
    const today = new Date().toLocaleDateString('sv', { timeZone })
    if (!time || time.dateTime === today) return
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
    const options = { timeZone, dateStyle: 'full' } as const
    const day = new Date().toLocaleDateString(lang === 'en' ? 'en-GB' : lang, options)
    root.textContent = lang.startsWith('en') ? day.replace(/^(\p{L}+), (?=\d)/u, '$1 ') : day
  }
}

customElements.define('to-day', ToDay)
