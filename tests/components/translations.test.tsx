import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Translations } from '@/components/article/translations'
import { site } from './stories'

const TRANSLATIONS = [
  { lang: 'de', slug: 'mauer', isOriginal: false },
  { lang: 'ja', url: 'https://shimbun.example/kabe' },
]

test('a story in other languages is offered by the names that they have for themselves', () => {
  const { container } = render(<Translations translations={TRANSLATIONS} site={site} />)
  expect(container.textContent).toBe('Read this in Deutsch · 日本語')
  const german = screen.getByRole('link', { name: 'Deutsch' })
  expect(german.getAttribute('href')).toBe('/articles/mauer')
  expect(german.getAttribute('hreflang')).toBe('de')
  const japanese = screen.getByRole('link', { name: '日本語' })
  expect(japanese.getAttribute('href')).toBe('https://shimbun.example/kabe')
  expect(japanese.getAttribute('lang')).toBe('ja')
})

test('a story in one language says nothing of others', () => {
  const { container } = render(<Translations translations={[]} site={site} />)
  expect(container.textContent).toBe('')
})

test('readers of a translation are told that its original has changed since', () => {
  const moment = { at: new Date('2025-06-29T05:28:00Z'), precision: 'minute' } as const
  const change = { moment, href: '/articles/wall/history/4f2c9e1' }
  const { container } = render(
    <Translations translations={TRANSLATIONS} originalChange={change} site={site} />,
  )
  expect(container.textContent).toMatch(
    /The original has changed since this was translated \(29 June 2025.*\)\.$/,
  )
  const link = screen.getByRole('link', { name: 'The original has changed' })
  expect(link.getAttribute('href')).toBe('/articles/wall/history/4f2c9e1')
})
