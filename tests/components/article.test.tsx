import { cleanup, render, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ArticlePage } from '@/components/article/article-page'
import { Masthead } from '@/components/site/masthead'
import type { Article } from '@/lib/article/article'
import { mastheadLinks } from '@/lib/article/menu'
import { article, site } from './stories'

const show = (more: Partial<Article> = {}, old = false) =>
  render(
    <ArticlePage
      article={article(more)}
      site={site}
      siteUrl="https://paper.example"
      html="<p>Body.</p>"
      minutes={4}
      old={old}
      discussion={{ count: 0, isOpen: true }}
    >
      <p>rail</p>
    </ArticlePage>,
  )

describe('an article', () => {
  it('has one h1, its headline', () => {
    show()
    expect(screen.getAllByRole('heading', { level: 1 }).map((h) => h.textContent)).toEqual([
      'A title',
    ])
  })

  it('names its source, authors, time and reading time, and links to the original', () => {
    show({
      authors: ['Ann Lee', 'Bo Ek', 'Cy Oz'],
      source: { name: 'Kyodo', url: 'https://kyodo.example/1' },
      section: 'Economy',
    })
    expect(screen.getByText(/^By/).textContent).toBe('By Ann Lee, Bo Ek and Cy Oz')
    expect(screen.getByRole('link', { name: 'Bo Ek' }).getAttribute('href')).toBe('/authors/bo-ek')
    expect(screen.getByRole('link', { name: 'Kyodo' }).getAttribute('href')).toBe('/sources/kyodo')
    expect(screen.getByRole('link', { name: 'Economy' }).getAttribute('href')).toBe(
      '/sections/economy',
    )
    expect(screen.getByRole('link', { name: 'Read the original' }).getAttribute('href')).toBe(
      'https://kyodo.example/1',
    )
    expect(screen.getByText('28 June 2025, 14:28 JST')).toBeTruthy()
    expect(screen.getByText('4 min read')).toBeTruthy()
  })

  it('invents no source and no author', () => {
    show()
    expect(screen.queryByText(/^By/)).toBeNull()
    expect(screen.queryByRole('link', { name: 'Read the original' })).toBeNull()
  })

  it('shows a bare date without a time', () => {
    show({ published: { at: new Date('2025-06-27T15:00:00Z'), precision: 'day' } })
    expect(screen.getByText('28 June 2025').getAttribute('datetime')).toBe('2025-06-28')
  })

  it('lists its hashtags as links', () => {
    show({ tags: ['NATO', 'Defense spending'] })
    const list = within(screen.getByRole('region', { name: 'Hashtags' }))
    expect(list.getAllByRole('link').map((a) => [a.textContent, a.getAttribute('href')])).toEqual([
      ['#NATO', '/tags/nato'],
      ['#Defense spending', '/tags/defense-spending'],
    ])
  })

  it('says of an old story that it is old, and of a fresh one nothing', () => {
    show({}, true)
    expect(screen.getByText('More than a year old')).toBeTruthy()
    cleanup()
    show({}, false)
    expect(screen.queryByText('More than a year old')).toBeNull()
  })

  it('prints its corrections with their dates', () => {
    show({
      corrections: [
        { date: { at: new Date('2025-06-29T15:00:00Z'), precision: 'day' }, text: 'It was ten.' },
      ],
    })
    const section = within(screen.getByRole('region', { name: 'Correction' }))
    expect(section.getByText('30 June 2025')).toBeTruthy()
    expect(section.getByText(/It was ten\./)).toBeTruthy()
    expect(screen.queryByText('Clarification')).toBeNull()
  })

  it('says of each note at its foot what it is', () => {
    const date = { at: new Date('2025-06-29T15:00:00Z'), precision: 'day' } as const
    const kind = 'clarification'
    show({
      corrections: [
        { date, text: 'It was ten.' },
        { date, kind, text: 'In all.' },
      ],
    })
    const notes = within(screen.getByRole('region', { name: 'Corrections' }))
    expect(notes.getByText('Correction')).toBeTruthy()
    expect(notes.getByText('Clarification')).toBeTruthy()
    cleanup()
    show({ corrections: [{ date, kind, text: 'In all.' }] })
    expect(screen.getByRole('region', { name: 'Clarification' })).toBeTruthy()
  })

  it('carries its own language', () => {
    const { container } = show({ lang: 'ja' })
    expect(container.querySelector('article')?.getAttribute('lang')).toBe('ja')
  })
})

describe('what an article is', () => {
  it.each([
    ['analysis', 'Economy', 'EconomyAnalysis'],
    ['news', 'Economy', 'Economy'],
    [undefined, 'Opinion', 'Opinion'],
    ['editorial', undefined, 'Editorial'],
  ] as const)('of the kind %s in %s is said above the headline', (kind, section, said) => {
    show({ ...(kind && { kind }), ...(section && { section }) })
    const [first] = document.querySelectorAll('article header p')
    expect(first?.textContent).toBe(said)
  })

  it('is said plainly where it was paid for, and its links are marked', () => {
    show({ kind: 'sponsored', source: { name: 'Maker', url: 'https://maker.example/' } })
    expect(screen.getByText(/paid for by an advertiser/)).toBeTruthy()
    const link = screen.getByRole('link', { name: 'Read the original' })
    expect(link.getAttribute('rel')).toBe('noopener sponsored')
  })
})

describe('the masthead', () => {
  it('shows the drawn name, or sets it', () => {
    const { container } = render(
      <Masthead
        site={{ ...site, wordmark: { width: 10, height: 5, path: 'M0 0h1z' } }}
        links={[]}
      />,
    )
    expect(container.querySelector('svg[aria-hidden]')?.getAttribute('viewBox')).toBe('0 0 10 5')
    expect(screen.getByRole('link', { name: 'The Test: front page' })).toBeTruthy()
    cleanup()
    const plain = render(
      <Masthead
        site={site}
        links={mastheadLinks({ ...site, sections: ['Economy'] }, [])}
        path="/sections/economy"
      />,
    )
    expect(plain.container.querySelector('svg[viewBox="0 0 10 5"]')).toBeNull()
    expect(screen.getByText('The Test')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Economy' }).getAttribute('href')).toBe(
      '/sections/economy',
    )
    const current = screen.getByRole('link', { current: 'page' })
    expect(current.textContent).toBe('Economy')
  })
})
