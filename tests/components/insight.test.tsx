import { render, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { AskArticle } from '@/components/insight/ask-article'
import { AskPage } from '@/components/insight/ask-page'
import { KeyPoints } from '@/components/insight/key-points'
import { StorySoFar } from '@/components/insight/story-so-far'
import { site, story } from './stories'

const quote = (slug: string, text: string) => ({ story: story(slug), sentenceId: 's-1', text })

describe('key points', () => {
  it('link each to its sentence and say that they were chosen automatically', () => {
    render(<KeyPoints points={[{ id: 's-abc', text: 'The court ruled.' }]} slug="a" site={site} />)
    const section = screen.getByRole('region', { name: 'Key points' })
    const link = within(section).getByRole('link', { name: 'The court ruled.' })
    expect(link.getAttribute('href')).toBe('#s-abc')
    expect(section.textContent).toContain('Chosen automatically from the article')
  })

  it('show nothing when there are none', () => {
    const { container } = render(<KeyPoints points={[]} slug="a" site={site} />)
    expect(container.innerHTML).toBe('')
  })
})

describe('asking an article', () => {
  it('sends the question and the article by GET, and suggests questions', () => {
    const { container } = render(
      <AskArticle slug="a&b" questions={['Who is A & B?']} site={site} />,
    )
    const form = container.querySelector('form')
    expect(form?.getAttribute('method')).toBe('get')
    expect(form?.getAttribute('action')).toBe('/ask')
    expect(new FormData(form ?? undefined).get('article')).toBe('a&b')
    expect(screen.getByRole('link', { name: 'Who is A & B?' }).getAttribute('href')).toBe(
      '/ask?q=Who%20is%20A%20%26%20B%3F&article=a%26b',
    )
  })
})

describe('answers', () => {
  it('come with article, source, time and a link to the sentence', () => {
    render(
      <AskPage
        question="Who?"
        answers={{ inArticle: [], inArchive: [quote('nato', 'Iwaya attended.')] }}
        site={site}
      />,
    )
    expect(screen.getByRole('link', { name: 'Iwaya attended.' }).getAttribute('href')).toBe(
      '/articles/nato#s-1',
    )
    expect(screen.getByRole('link', { name: 'Title of nato' }).getAttribute('href')).toBe(
      '/articles/nato',
    )
    expect(screen.getByText(/28 June 2025/)).toBeTruthy()
  })

  it('say so when nothing answers', () => {
    render(<AskPage question="Who?" answers={{ inArticle: [], inArchive: [] }} site={site} />)
    expect(screen.getByText('Nothing in the archive answers this.')).toBeTruthy()
  })

  it('are none when only a name of the question is spoken of, and it says so', () => {
    const nearest = { of: 'Iwaya', quote: quote('nato', 'Iwaya attended.') }
    render(
      <AskPage
        question="How old is Iwaya?"
        answers={{ inArticle: [], inArchive: [], nearest }}
        site={site}
      />,
    )
    expect(screen.getByText('Nothing in the archive answers this.')).toBeTruthy()
    const near = screen.getByRole('region', { name: /No answer, but this is said of Iwaya/ })
    expect(within(near).getByRole('link', { name: 'Iwaya attended.' })).toBeTruthy()
  })

  it('come from the article first when one is asked', () => {
    render(
      <AskPage
        question="Who?"
        article={{ slug: 'nato', title: 'Title of nato' }}
        answers={{ inArticle: [quote('nato', 'Iwaya attended.')], inArchive: [] }}
        site={site}
      />,
    )
    expect(screen.getAllByRole('heading', { level: 2 }).map((h) => h.textContent)).toEqual([
      'In the article',
      'In the archive',
    ])
    expect(screen.getByText('Nothing else in the archive answers this.')).toBeTruthy()
  })

  it('show a question with markup as its words', () => {
    render(<AskPage question={'<img src=x>"'} site={site} />)
    expect(screen.getByRole('searchbox').getAttribute('value')).toBe('<img src=x>"')
  })

  it('wait while too many ask: the question stays, and nothing is said about the archive', () => {
    render(<AskPage question="Who?" isBusy site={site} />)
    expect(screen.getByText(/^Many readers are asking just now\./)).toBeTruthy()
    expect(screen.getByRole('searchbox').getAttribute('value')).toBe('Who?')
    expect(screen.queryByText(/Nothing/)).toBeNull()
    expect(screen.queryByRole('link', { name: 'Report a mistake' })).toBeNull()
  })
})

describe('the story so far', () => {
  it('is a list of earlier articles: day, headline, and a sentence that links to its place', () => {
    render(
      <StorySoFar
        earlier={[quote('sinking', 'It sank.'), quote('inquiry', 'It began.')]}
        site={site}
        slug="a"
      />,
    )
    const section = screen.getByRole('region', { name: 'The story so far' })
    const [first, ...rest] = within(within(section).getByRole('list')).getAllByRole('listitem')
    expect(rest).toHaveLength(1)
    const event = within(first ?? section)
    expect(event.getByText('28 June 2025').getAttribute('datetime')).toMatch(/^2025-06-28/)
    const headline = event.getByRole('heading', { level: 3, name: 'Title of sinking' })
    expect(within(headline).getByRole('link').getAttribute('href')).toBe('/articles/sinking')
    const sentence = event.getByRole('link', { name: 'It sank.' })
    expect(sentence.getAttribute('href')).toBe('/articles/sinking#s-1')
    expect(sentence.closest('blockquote')).not.toBeNull()
  })

  it('keeps the page’s side for its line, and each article’s direction for its words', () => {
    const { story: told, ...place } = quote('sinking', 'غرقت العبارة.')
    const earlier = [{ ...place, story: { ...told, lang: 'ar' } }]
    render(<StorySoFar earlier={earlier} site={site} slug="a" />)
    expect(screen.getByRole('listitem').hasAttribute('dir')).toBe(false)
    for (const element of [
      screen.getByRole('heading', { level: 3 }),
      screen.getByRole('blockquote'),
    ])
      expect([element.lang, element.dir]).toEqual(['ar', 'rtl'])
  })

  it('is absent when nothing came before', () => {
    const { container } = render(<StorySoFar earlier={[]} site={site} slug="a" />)
    expect(container.innerHTML).toBe('')
  })
})
