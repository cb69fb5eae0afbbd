import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import '@/components/elements/search-box'
import '@/components/elements/when-used'
import { placeMarkup } from './place-markup'

const SUGGESTIONS = [
  { kind: 'Topic', text: 'NATO', path: '/tags/nato' },
  { text: '<img src=x onerror=alert(1)>', path: '/articles/nato' },
]

const asked: string[] = []
let answer: () => Promise<Response>

beforeEach(() => {
  vi.useFakeTimers()
  asked.length = 0
  answer = async () =>
    Response.json({ name: 'Suggestions', count: '2 suggestions', suggestions: SUGGESTIONS })
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path)
    return answer()
  })
  placeMarkup(
    '<p tabindex="0">Text</p><search-box><form><input type="search" name="q"></form></search-box>',
  )
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

const input = () => {
  const found = document.querySelector('input')
  if (!found) throw new Error('no input')
  return found
}
const options = () => [...document.querySelectorAll('[role=option]')]
const list = () => document.querySelector('[role=listbox]')

async function type(text: string) {
  input().focus()
  input().value = text
  input().dispatchEvent(new Event('input', { bubbles: true }))
  await vi.advanceTimersByTimeAsync(200)
}

function press(key: string, target: EventTarget = input()) {
  const event = new KeyboardEvent('keydown', {
    key,
    bubbles: true,
    cancelable: true,
    composed: true,
  })
  target.dispatchEvent(event)
  return event
}

describe('<search-box>', () => {
  it('suggests what it is told, as text, and says how many', async () => {
    await type('na')
    expect(asked).toEqual(['/api/suggest?q=na'])
    expect(options().map((option) => option.querySelector('bdi')?.textContent)).toEqual(
      SUGGESTIONS.map(({ text }) => text),
    )
    expect(document.querySelector('img')).toBeNull()
    expect(input().getAttribute('aria-expanded')).toBe('true')
    expect(input().getAttribute('aria-controls')).toBe(list()?.id)
    expect(document.querySelector('[role=status]')?.textContent).toBe('2 suggestions')
  })

  it('goes through the options and the input by arrows', async () => {
    await type('na')
    const active = () => input().getAttribute('aria-activedescendant')
    const ids = options().map(({ id }) => id)
    expect(active()).toBe('')
    for (const expected of [ids[0], ids[1], '']) {
      press('ArrowDown')
      expect(active()).toBe(expected)
    }
    press('ArrowUp')
    expect(active()).toBe(ids[1])
    expect(options().map((option) => option.getAttribute('aria-selected'))).toEqual([
      'false',
      'true',
    ])
  })

  it('sends the form by Enter unless an option is chosen', async () => {
    await type('na')
    expect(press('Enter').defaultPrevented).toBe(false)
    press('ArrowDown')
    const go = vi.spyOn(location, 'assign').mockImplementation(() => undefined)
    expect(press('Enter').defaultPrevented).toBe(true)
    expect(go).toHaveBeenCalledWith('/tags/nato')
    go.mockRestore()
  })

  it('closes by Escape, without text, and when nothing is suggested', async () => {
    const closed = () =>
      list()?.hasAttribute('hidden') && input().getAttribute('aria-expanded') === 'false'
    await type('na')
    press('Escape')
    expect(closed()).toBe(true)
    await type('nat')
    expect(closed()).toBe(false)
    await type('')
    expect(closed()).toBe(true)
    await type('nato')
    answer = async () => Response.json({ suggestions: [] })
    await type('natox')
    expect(closed()).toBe(true)
  })

  it('leaves the form as it is when the server can’t be asked', async () => {
    answer = async () => {
      throw new TypeError('offline')
    }
    await type('na')
    expect(list()).toBeNull()
    expect(press('Enter').defaultPrevented).toBe(false)
  })

  it('asks once for what is typed quickly', async () => {
    for (const text of ['n', 'na', 'nat']) {
      input().focus()
      input().value = text
      input().dispatchEvent(new Event('input', { bubbles: true }))
    }
    await vi.advanceTimersByTimeAsync(200)
    expect(asked).toEqual(['/api/suggest?q=nat'])
  })

  it('takes the focus by a slash, except where one is typed', () => {
    const text = document.querySelector('p')
    if (!text) throw new Error('no text')
    expect(press('/', text).defaultPrevented).toBe(true)
    expect(document.activeElement).toBe(input())
    expect(press('/').defaultPrevented).toBe(false)
  })
})
