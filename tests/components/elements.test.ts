import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import '@/components/elements/elements'
import { timeAgo } from '@/components/elements/time-ago'
import { THEME_SCRIPT } from '@/components/site/theme-script'
import { placeMarkup } from './place-markup'

const now = new Date('2025-06-28T07:28:00Z')

beforeEach(() => {
  vi.useFakeTimers({ now })
  document.documentElement.lang = 'en'
})

afterEach(() => {
  vi.useRealTimers()
  document.body.replaceChildren()
  localStorage.clear()
  for (const name of ['theme', 'text', 'timeZone']) delete document.documentElement.dataset[name]
})

const pageIn = (timeZone: string) => ({ lang: 'en', dataset: { timeZone } })

describe('timeAgo', () => {
  it.each([
    ['2025-06-28T07:27:40Z', 'this minute'],
    ['2025-06-28T07:23:00Z', '5 minutes ago'],
    ['2025-06-28T06:28:00Z', '1 hour ago'],
    ['2025-06-27T08:28:00Z', '23 hours ago'],
    ['2025-06-27T07:28:00Z', 'yesterday'],
    ['2025-06-26T23:59:00Z', '2 days ago'],
    ['2025-06-25T07:29:00Z', '3 days ago'],
    ['2025-06-25T07:28:00Z', undefined],
    ['2025-06-28T07:29:00Z', undefined],
    ['nonsense', undefined],
  ])('says of %s: %s', (then, expected) => {
    expect(timeAgo(then, now, pageIn('UTC'))).toBe(expected)
  })

  it.each([
    ['Asia/Tokyo', '2025-06-27T00:00:00+09:00', 'yesterday'],
    ['Asia/Tokyo', '2025-06-26T23:59:00+09:00', '2 days ago'],
    ['America/New_York', '2025-06-27T00:00:00-04:00', 'yesterday'],
    ['America/New_York', '2025-06-26T23:59:00-04:00', '2 days ago'],
  ])('counts days as the calendar of %s does: %s is %s', (timeZone, then, expected) => {
    expect(timeAgo(then, now, pageIn(timeZone))).toBe(expected)
  })
})

describe('<time-ago>', () => {
  const show = (dateTime: string, text: string) => {
    placeMarkup(`<time-ago><time datetime="${dateTime}">${text}</time></time-ago>`)
    return document.querySelector('time-ago')
  }

  it('shows the distance of a fresh story and keeps the absolute time as its title', () => {
    const element = show('2025-06-28T15:28:00+09:00', '28 June 2025, 15:28 JST')
    expect(element?.shadowRoot?.textContent).toBe('1 hour ago')
    expect(element?.getAttribute('title')).toBe('28 June 2025, 15:28 JST')
  })

  it('counts days in the zone of the site, wherever its reader is', () => {
    document.documentElement.dataset.timeZone = 'Asia/Tokyo'
    const shown = show('2025-06-26T23:59:00+09:00', '26 June 2025, 23:59 JST')
    expect(shown?.shadowRoot?.textContent).toBe('2 days ago')
    document.documentElement.dataset.timeZone = 'Pacific/Honolulu'
    const elsewhere = show('2025-06-26T04:59:00-10:00', '26 June 2025, 04:59 HST')
    expect(elsewhere?.shadowRoot?.textContent).toBe('yesterday')
  })

  it('goes on as time does', () => {
    const element = show('2025-06-28T16:27:00+09:00', '28 June 2025, 16:27 JST')
    expect(element?.shadowRoot?.textContent).toBe('1 minute ago')
    vi.advanceTimersByTime(60_000)
    expect(element?.shadowRoot?.textContent).toBe('2 minutes ago')
  })

  it('keeps the time itself for paper', () => {
    const element = show('2025-06-28T16:27:00+09:00', '28 June 2025, 16:27 JST')
    const rules = element?.shadowRoot?.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules])
    expect(rules?.map(({ cssText }) => cssText).join(' ')).toMatch(/@media print.*slot/s)
    expect(element?.shadowRoot?.querySelector('slot')).toBeTruthy()
  })

  it.each(['2025-06-28', '2024-01-01T10:00:00+09:00'])(
    'leaves %s as the page has it',
    (dateTime) => {
      const element = show(dateTime, 'as written')
      expect(element?.shadowRoot?.adoptedStyleSheets ?? []).toHaveLength(0)
      expect(element?.textContent).toBe('as written')
    },
  )
})

describe('<reader-settings>', () => {
  const show = () => {
    placeMarkup('<reader-settings></reader-settings>')
    const root = document.querySelector('reader-settings')?.shadowRoot
    if (!root) throw new Error('the element made no shadow root')
    return root
  }
  /** What the button opens is loaded when it is first pressed. */
  const open = async () => {
    const root = show()
    const button = root.querySelector('button')
    button?.click()
    await vi.waitFor(() => expect(button?.getAttribute('aria-expanded')).toBe('true'))
    return root
  }
  const radio = (root: ShadowRoot, name: string, value: string) =>
    root.querySelector<HTMLInputElement>(`input[name="${name}"][value="${value}"]`)

  it('opens by its button and closes by Escape', async () => {
    expect(show().querySelector('button')?.getAttribute('aria-expanded')).toBe('false')
    const button = (await open()).querySelector('button')
    const press = { key: 'Escape', bubbles: true, composed: true }
    button?.dispatchEvent(new KeyboardEvent('keydown', press))
    expect(button?.getAttribute('aria-expanded')).toBe('false')
  })

  it('keeps a chosen theme and text size, and forgets them for the system’s', async () => {
    const root = await open()
    radio(root, 'theme', 'dark')?.click()
    radio(root, 'text', 'larger')?.click()
    expect(document.documentElement.dataset).toMatchObject({ theme: 'dark', text: 'larger' })
    expect(localStorage.getItem('theme')).toBe('dark')
    radio(root, 'theme', '')?.click()
    expect(document.documentElement.dataset.theme).toBeUndefined()
    expect(localStorage.getItem('theme')).toBeNull()
  })

  it('shows what was chosen before', async () => {
    localStorage.setItem('theme', 'light')
    expect(radio(await open(), 'theme', 'light')?.checked).toBe(true)
  })
})

describe('the inline script', () => {
  it('is small enough to stand in every page', () => {
    expect(Buffer.byteLength(THEME_SCRIPT)).toBeLessThanOrEqual(200)
  })

  it('puts the kept choices on the root element', () => {
    localStorage.setItem('theme', 'dark')
    new Function(THEME_SCRIPT)()
    expect(document.documentElement.dataset.theme).toBe('dark')
    expect(document.documentElement.dataset.text).toBeUndefined()
  })
})
