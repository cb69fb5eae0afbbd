/**
 * `<time-ago><time datetime="…">28 June 2025, 15:28 JST</time></time-ago>`: says "an hour ago" while a story is
 * fresh. The absolute time stays in the page (and as the title): the HTML is right however long it is cached.
 */
import { element } from './make-element'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** Past three days readers look for the date, not for the distance. */
const FRESH = 3 * DAY

export function timeAgo(then: Date, now: Date, lang: string): string | undefined {
  const age = now.getTime() - then.getTime()
  if (!(age >= 0 && age < FRESH)) return undefined
  const format = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' })
  if (age < HOUR) return format.format(-Math.floor(age / MINUTE), 'minute')
  if (age < DAY) return format.format(-Math.floor(age / HOUR), 'hour')
  return format.format(-Math.floor(age / DAY), 'day')
}

class TimeAgo extends HTMLElement {
  #timer: ReturnType<typeof setInterval> | undefined

  connectedCallback() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
    const show = () => {
      const time = this.querySelector('time')
      const stamp = time?.dateTime ?? ''
      // A bare date is no instant: how many hours ago it was isn't known.
      const text = stamp.includes('T')
        ? timeAgo(new Date(stamp), new Date(), document.documentElement.lang)
        : undefined
      if (!text) {
        root.replaceChildren(element('slot', {}))
        return
      }
      this.title = time?.textContent ?? ''
      root.textContent = text
    }
    show()
    this.#timer = setInterval(show, MINUTE)
  }

  disconnectedCallback() {
    clearInterval(this.#timer)
  }
}

customElements.define('time-ago', TimeAgo)
