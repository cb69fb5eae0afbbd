import { render, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { RelatedRail } from '@/components/article/related-rail'
import { FrontPage } from '@/components/lists/front-page'
import { Kicker } from '@/components/lists/kicker'
import { MostDiscussed } from '@/components/lists/most-discussed'
import { Pagination } from '@/components/lists/pagination'
import type { StoryImage } from '@/components/lists/story'
import { TagIndex } from '@/components/lists/tag-index'
import type { ArticleSummary } from '@/lib/article/article'
import { imageSet } from '@/lib/article/image-set'
import type { Translation } from '@/lib/article/translation'
import { planFront } from '@/lib/front/front-plan'
import { frontPagePath } from '@/lib/site/routes'
import { site, story } from './stories'

function renderFront(stories: ArticleSummary[], images = new Map<string, StoryImage>()) {
  const hasPicture = ({ slug }: ArticleSummary) => images.has(slug)
  const plan = planFront(stories, { hasPicture, sections: [] })
  return render(<FrontPage plan={plan} site={site} images={images} />)
}

describe('the front page', () => {
  it.each([1, 2, 4, 5, 11, 12, 20, 60])(
    'shows each of %i stories once, the first with the most weight',
    (count) => {
      const stories = Array.from({ length: count }, (_, i) => story(`story-${i}`))
      renderFront(stories)
      const shown = screen.getAllByRole('article')
      expect(shown).toHaveLength(count)
      for (const [i, element] of shown.entries()) {
        expect(
          within(element)
            .getByRole('link', { name: `Title of story-${i}` })
            .getAttribute('href'),
        ).toBe(`/articles/story-${i}`)
      }
      expect(shown[0]?.className).toContain('lead')
    },
  )

  it('says so when nothing is published', () => {
    renderFront([])
    expect(screen.getByText(/Nothing has been published yet/)).toBeTruthy()
  })

  it('leads from cards with room to the other languages of their stories', () => {
    const stories = Array.from({ length: 12 }, (_, i) => story(`story-${i}`))
    const plan = planFront(stories, { hasPicture: () => false, sections: [] })
    const translations = new Map<string, Translation[]>(
      stories.map(({ slug }) => [slug, [{ lang: 'ar', slug: `${slug}-ar`, isOriginal: false }]]),
    )
    render(<FrontPage plan={plan} site={site} images={new Map()} translations={translations} />)
    const links = screen.getAllByRole('link', { name: 'العربية' })
    const [first] = links
    expect(first?.getAttribute('href')).toBe('/articles/story-0-ar')
    expect([first?.getAttribute('hreflang'), first?.dir]).toEqual(['ar', 'rtl'])
    expect(links.length).toBeLessThan(stories.length)
  })

  it('sets a story of another script than the paper in faces of its own', () => {
    const paper = { ...site, lang: 'ar' }
    const stories = [story('a', { lang: 'en' }), story('b', { lang: 'ar' })]
    const plan = planFront(stories, { hasPicture: () => false, sections: [] })
    render(<FrontPage plan={plan} site={paper} images={new Map()} />)
    const [foreign, own] = screen.getAllByRole('article')
    expect([foreign?.lang, foreign?.dir, own?.dir]).toEqual(['en', 'ltr', 'rtl'])
    expect(foreign?.className).toContain('latn')
    expect(own?.className).not.toContain('arab')
  })

  it('gives an image its size, so that nothing moves when it arrives', () => {
    const set = imageSet({
      ...{ name: 'media/harbour one.jpg', width: 600, height: 400 },
      ...{ type: 'image/jpeg', hash: '0123456789abcdef', isStill: true },
    })
    const images = new Map([['a', { set }]])
    const { container } = renderFront([story('a')], images)
    const image = container.querySelector('img')
    expect(image?.getAttribute('src')).toBe('/media/harbour%20one.jpg/0123456789-600.jpg')
    expect([image?.getAttribute('width'), image?.getAttribute('height')]).toEqual(['600', '400'])
  })
})

describe('what stands over a headline', () => {
  const kicker = (more: Partial<ArticleSummary>, without?: string) =>
    render(<Kicker story={story('a', more)} site={site} without={without} />).container.textContent

  it.each([
    ['the section', { section: 'World' }, undefined, 'World'],
    ['not the section of the page', { section: 'World' }, 'world', ''],
    [
      'whose opinion it is',
      { section: 'Opinion', authors: ['Ann Lee'] },
      undefined,
      'OpinionAnn Lee',
    ],
    [
      'whose opinion it is in its own section',
      { section: 'Opinion', authors: ['Ann Lee'] },
      'Opinion',
      'Ann Lee',
    ],
    ['no author of news', { section: 'World', authors: ['Ann Lee'] }, undefined, 'World'],
    [
      'what kind it is',
      { section: 'World', kind: 'analysis', authors: ['Ann Lee'] },
      undefined,
      'WorldAnalysisAnn Lee',
    ],
    ['that it was paid for', { kind: 'sponsored' }, undefined, 'Sponsored'],
  ] as const)('says %s', (_, more, without, text) => {
    expect(
      kicker({ ...more, authors: [...('authors' in more ? more.authors : [])] }, without),
    ).toBe(text)
  })
})

describe('the most discussed stories', () => {
  const stories = ['a', 'b', 'c', 'd'].map((slug) => story(slug))

  it('are in the order of their comments, without those that have none', () => {
    const comments = new Map([
      ['a', 1],
      ['b', 12],
      ['d', 3],
    ])
    render(<MostDiscussed stories={stories} comments={comments} site={site} />)
    expect(screen.getAllByRole('heading', { level: 3 }).map((h) => h.textContent)).toEqual([
      'Title of b',
      'Title of d',
      'Title of a',
    ])
    expect(screen.getByRole('link', { name: '12 comments' }).getAttribute('href')).toBe(
      '/articles/b#comments',
    )
  })

  it('are no list while only two are discussed', () => {
    const comments = new Map([
      ['a', 1],
      ['b', 12],
    ])
    const { container } = render(
      <MostDiscussed stories={stories} comments={comments} site={site} />,
    )
    expect(container.textContent).toBe('')
  })
})

describe('the rail', () => {
  it('is an aside named "Related articles" of articles with source, time, headline and text', () => {
    const item = {
      ...story('b', { source: { name: 'Jiji Press' } }),
      alsoIn: [{ name: 'Kyodo' }],
      reason: { kind: 'tags' as const, names: ['Trade', 'Fish'] },
    }
    render(<RelatedRail items={[item]} site={site} />)
    const rail = screen.getByRole('complementary', { name: 'Related articles' })
    const shown = within(within(rail).getByRole('article'))
    expect(shown.getByRole('link', { name: 'Jiji Press' }).getAttribute('href')).toBe(
      '/sources/jiji-press',
    )
    expect(shown.getByText('28 June 2025').getAttribute('datetime')).toBe(
      '2025-06-28T14:28:00+09:00',
    )
    expect(shown.getByRole('heading', { name: 'Title of b' })).toBeTruthy()
    expect(shown.getByText('Excerpt of b.')).toBeTruthy()
    expect(shown.getByText(/^More on/).textContent).toBe('More on Trade and Fish')
    expect(shown.getByRole('link', { name: 'Fish' }).getAttribute('href')).toBe('/tags/fish')
    expect(shown.getByText('Also in Kyodo')).toBeTruthy()
  })

  it('leads from a shared name to what the archive has of it', () => {
    const reason = { kind: 'names' as const, names: ['Ryosei Akazawa'] }
    render(<RelatedRail items={[{ ...story('b'), alsoIn: [], reason }]} site={site} />)
    expect(screen.getByRole('link', { name: 'Ryosei Akazawa' }).getAttribute('href')).toBe(
      '/search?q=%22Ryosei%20Akazawa%22',
    )
  })

  it('ends with the story to read next', () => {
    render(<RelatedRail items={[]} site={site} next={story('c', { lang: 'ar' })} />)
    const link = screen.getByRole('link', { name: 'Title of c' })
    expect(link.getAttribute('href')).toBe('/articles/c')
    expect([link.lang, link.dir]).toEqual(['ar', 'rtl'])
    expect(link.parentElement?.textContent).toBe('Next: Title of c')
  })

  it('is not there when there is nothing to relate to', () => {
    render(<RelatedRail items={[]} site={site} />)
    expect(screen.queryByRole('complementary')).toBeNull()
  })
})

describe('pagination', () => {
  it.each([
    [1, 3, [['Older stories', '/page/2']]],
    [
      2,
      3,
      [
        ['Newer stories', '/'],
        ['Older stories', '/page/3'],
      ],
    ],
    [3, 3, [['Newer stories', '/page/2']]],
  ])('on page %i of %i leads to the pages beside it', (page, pages, links) => {
    render(<Pagination page={page} pages={pages} path={frontPagePath} site={site} />)
    expect(screen.getAllByRole('link').map((a) => [a.textContent, a.getAttribute('href')])).toEqual(
      links,
    )
  })

  it('is not there for a single page', () => {
    render(<Pagination page={1} pages={1} path={frontPagePath} site={site} />)
    expect(screen.queryByRole('navigation')).toBeNull()
  })
})

describe('the index of tags', () => {
  it('files tags by letter whatever their case and accents', () => {
    const tags = [
      { slug: 'zoo', name: 'zoo', count: 1 },
      { slug: 'élysée', name: 'Élysée', count: 2 },
      { slug: 'economy', name: 'Economy', count: 3 },
    ]
    const { container } = render(<TagIndex tags={tags} by="letter" site={site} />)
    expect(screen.getAllByRole('heading').map((h) => h.textContent)).toEqual(['E', 'Z'])
    const named = [...container.querySelectorAll('li a')].map((a) => a.textContent)
    expect(named).toEqual(['Economy', 'Élysée', 'zoo'])
    expect(screen.getByText('2 stories')).toBeTruthy()
    expect(screen.getByText('1 story')).toBeTruthy()
  })

  it('puts the most used first when asked to, and those of the same use by name', () => {
    const tags = [
      { slug: 'b', name: 'b', count: 1 },
      { slug: 'a', name: 'A', count: 1 },
      { slug: 'c', name: 'C', count: 12 },
    ]
    const { container } = render(<TagIndex tags={tags} by="use" site={site} />)
    const named = [...container.querySelectorAll('li a')].map((a) => a.textContent)
    expect(named).toEqual(['C', 'A', 'b'])
    expect(screen.queryByRole('heading')).toBeNull()
    const other = screen.getByRole('link', { name: 'By letter' })
    expect(other.getAttribute('href')).toBe('/tags')
    expect(screen.getByRole('link', { name: 'By use' }).getAttribute('aria-current')).toBe('page')
  })
})
