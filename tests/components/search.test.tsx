import { render, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type FoundPage, SearchPage } from '@/components/search/search-page'
import { site, story } from './stories'

const found: FoundPage = {
  hits: [],
  total: 0,
  more: false,
  anyOf: false,
  page: 1,
  pages: 1,
  path: (page) => `/search?q=x&page=${page}`,
  narrower: [],
  fewer: [],
  tags: [],
}

describe('the search page', () => {
  it('is a form with what was typed, and help', () => {
    render(<SearchPage query='"a b" tag:x' site={site} />)
    const form = screen.getByRole('search', { name: 'Search the archive' })
    const input = within(form).getByLabelText('Search the archive')
    expect(input.getAttribute('name')).toBe('q')
    expect((input as HTMLInputElement).defaultValue).toBe('"a b" tag:x')
    expect(form.getAttribute('action')).toBe('/search')
    expect(screen.getByText('Search tips').closest('details')?.open).toBe(false)
  })

  it('shows the words of a passage as text, marked, and leads to its sentence', () => {
    const passage = {
      id: 's-abc',
      parts: [
        { text: 'Of <b>the</b> ', marked: false },
        { text: '<i>summit</i>', marked: true },
      ],
    }
    const hits = [{ story: story('nato', { title: 'Summit' }), passage }]
    const { container } = render(
      <SearchPage query="summit" found={{ ...found, hits, total: 1 }} site={site} />,
    )
    expect(container.querySelector('mark')?.textContent).toBe('<i>summit</i>')
    expect(container.querySelector('b, i')).toBeNull()
    const link = screen.getByRole('link', { name: 'Of <b>the</b> <i>summit</i>' })
    expect(link.getAttribute('href')).toBe('/articles/nato#s-abc')
  })

  it.each([
    [{ total: 1 }, '1 story'],
    [{ total: 2, anyOf: true }, '2 stories with one or more of these words'],
    [{ total: 500, more: true, page: 2, pages: 25 }, 'More than 500 stories, page 2 of 25'],
  ])('counts %o', (part, expected) => {
    const hits = [{ story: story('nato') }]
    render(<SearchPage query="x" found={{ ...found, hits, ...part }} site={site} />)
    expect(screen.getByText(expected)).toBeTruthy()
  })

  it('helps when nothing is found', () => {
    const links = {
      meant: { text: 'tariff', path: '/search?q=tariff' },
      fewer: [{ text: 'talks', path: '/search?q=talks' }],
      tags: [{ text: '#Trade', path: '/tags/trade' }],
    }
    render(<SearchPage query="tarrif" found={{ ...found, ...links }} site={site} />)
    expect(screen.getByRole('heading', { name: 'Nothing found' })).toBeTruthy()
    for (const name of ['tariff', 'talks', '#Trade'])
      expect(screen.getByRole('link', { name })).toBeTruthy()
  })

  it('has plain fields for the order, the section and the time', () => {
    const sections = [{ slug: 'sport', name: 'Sport' }]
    const narrowing = { in: 'sport', order: 'new' } as const
    render(<SearchPage query="x" narrowing={narrowing} sections={sections} site={site} />)
    const chosen = ['Order', 'Section', 'Time'].map((name) => {
      const field = screen.getByRole('combobox', { name })
      return [field.getAttribute('name'), (field as HTMLSelectElement).value]
    })
    expect(chosen).toEqual([
      ['order', 'new'],
      ['in', 'sport'],
      ['since', ''],
    ])
  })

  it('says what a narrowing link takes off', () => {
    const narrowed = [{ text: 'tag:x', path: '/search?q=y' }]
    render(<SearchPage query="y tag:x" narrowed={narrowed} site={site} />)
    expect(screen.getByRole('link', { name: 'tag:x: remove' })).toBeTruthy()
  })
})
