import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { AuthorCard, AuthorCards } from '@/components/lists/author-card'
import { Kicker } from '@/components/lists/kicker'
import { imageSet } from '@/lib/article/image-set'
import { site, story } from './stories'

const profile = {
  ...{ name: 'Ann Lee', slug: 'ann-lee', role: 'Columnist', about: 'She writes about houses.' },
  links: ['https://www.ann.example/', 'https://social.example/@ann'],
}
const image = imageSet({
  ...{ name: 'media/ann.jpg', width: 900, height: 900, type: 'image/jpeg' },
  ...{ hash: '0123456789abcdef', isStill: true },
})

it('says who somebody is, and leads to their page and elsewhere', () => {
  const { container } = render(<AuthorCard profile={profile} image={image} />)
  expect(screen.getByRole('link', { name: 'Ann Lee' }).getAttribute('href')).toBe(
    '/authors/ann-lee',
  )
  expect(screen.getByText('Columnist')).toBeTruthy()
  const links = screen.getAllByRole('listitem').map((item) => item.textContent)
  expect(links).toEqual(['ann.example', 'social.example/@ann'])
  expect(container.querySelector('img')?.getAttribute('alt')).toBe('')
})

it('leaves the name to the page that has it over the card', () => {
  const { container } = render(<AuthorCard profile={profile} image={image} named={false} />)
  expect(screen.queryByRole('link', { name: 'Ann Lee' })).toBeNull()
  expect(container.querySelector('img')?.getAttribute('alt')).toBe('Ann Lee')
})

it('is nothing for authors of whom nothing is said', () => {
  expect(render(<AuthorCards profiles={[]} />).container.innerHTML).toBe('')
})

it('stands as a picture beside an opinion, and not beside news', () => {
  const portraits = new Map([['ann-lee', { set: image }]])
  const shown = (section: string) =>
    render(
      <Kicker
        story={story('a', { section, authors: ['Ann Lee'] })}
        site={site}
        portraits={portraits}
      />,
    ).container.querySelectorAll('img').length
  expect([shown('Opinion'), shown('World')]).toEqual([1, 0])
})
