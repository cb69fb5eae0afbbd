/**
 * `<time-ago><time datetime="…">28 June 2025, 15:28 JST</time></time-ago>`: says "an hour ago" while a story is
 * fresh. The absolute time stays in the page (and as the title): the HTML is right however long it is cached.
 */
import { element, styledRoot } from './make-element'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** Past three days readers look for the date, not for the distance. */
const FRESH = 3 * DAY

/** How long ago it was, by a `datetime` in the zone of the site, in whose calendar "yesterday" is a day. */
export function timeAgo(
  stamp: string,
  now: Date,
  { lang, dataset: { timeZone } }: Pick<HTMLElement, 'lang' | 'dataset'>,
): string | undefined {
  const age = now.getTime() - Date.parse(stamp)
  // A bare date is no instant: how many hours ago it was isn't known.
  if (!(stamp.includes('T') && age >= 0 && age < FRESH)) return undefined
  const format = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' })
  if (age < HOUR) return format.format(Math.ceil(-age / MINUTE), 'minute')
  if (age < DAY) return format.format(Math.ceil(-age / HOUR), 'hour')
  // Sweden writes dates as ISO 8601 does.
  const today = Date.parse(now.toLocaleDateString('sv', { timeZone }))
  return format.format((Date.parse(stamp.slice(0, 10)) - today) / DAY, 'day')
}

/** On paper nobody knows when it was printed. */
const STYLE = 'slot{display:none}@media print{slot{display:inline}span{display:none}}'

class TimeAgo extends HTMLElement {
  #timer: ReturnType<typeof setInterval> | undefined
  #said = element('span', {})

  connectedCallback() {
    const show = () => {
      const time = this.querySelector('time')
      const text = timeAgo(time?.dateTime ?? '', new Date(), document.documentElement)
      this.#said.textContent = text ?? ''
      // Not before: where a browser doesn't know the zone, the page's own words stay.
      const root = this.shadowRoot
      if (!text) {
        root?.replaceChildren(element('slot', {}))
        return root?.adoptedStyleSheets.splice(0)
      }
      if (!root) styledRoot(this, STYLE).append(this.#said, element('slot', {}))
      this.title = time?.textContent ?? ''
    }
    show()
    this.#timer = setInterval(show, MINUTE)
  }

  disconnectedCallback() {
    clearInterval(this.#timer)
  }
}

customElements.define('time-ago', TimeAgo)
