import { parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { findArticle } from '@/lib/archive/read/articles'
import { readSite } from '@/lib/archive/read/pages'
import { formatMoment } from '@/lib/article/dates'
import { lastChange } from '@/lib/feeds/timestamps'
import { articleMetadata } from '@/lib/share/article-metadata'
import { articleJsonLd, siteJsonLd } from '@/lib/share/json-ld'
import { openGraphLocale, pageMetadata } from '@/lib/share/page-metadata'
import type { Draft } from '../../support/archive-of'
import { contextOf, HOSTILE_TITLES, SITE_URL } from './context-of'

/** What Google requires of each kind (https://developers.google.com/search/docs/appearance/structured-data), and no more. */
const stamp = z.iso.datetime({ offset: true })
const address = z.url({ protocol: /^https?$/ })
const name = z.string().min(1)
const organization = z.strictObject({
  '@type': z.literal('Organization'),
  name,
  url: address.optional(),
})
const publisher = z.strictObject({
  '@type': z.literal('NewsMediaOrganization'),
  name,
  url: address,
  logo: address,
})
const person = z.strictObject({
  ...{ '@type': z.literal('Person'), name, url: address },
  ...{ jobTitle: name.optional(), description: name.optional(), image: address.optional() },
  sameAs: z.array(address).min(1).optional(),
})
const article = z.strictObject({
  '@type': z.string().endsWith('Article'),
  headline: name,
  inLanguage: name.optional(),
  datePublished: stamp,
  dateModified: stamp.optional(),
  author: z.union([z.array(person).min(1), organization, publisher]),
  publisher,
  image: z.array(address).min(1),
  mainEntityOfPage: address,
  correction: z
    .array(
      z.strictObject({
        '@type': z.literal('CorrectionComment'),
        text: name,
        datePublished: stamp,
      }),
    )
    .optional(),
})
const breadcrumbs = z.strictObject({
  '@type': z.literal('BreadcrumbList'),
  itemListElement: z
    .array(
      z.strictObject({
        '@type': z.literal('ListItem'),
        position: z.number().int(),
        name,
        item: address,
      }),
    )
    .min(2),
})
const webSite = z.strictObject({
  '@type': z.literal('WebSite'),
  name,
  description: name.optional(),
  url: address,
  inLanguage: name,
  potentialAction: z.strictObject({
    '@type': z.literal('SearchAction'),
    target: z.string().includes('{q}'),
    'query-input': z.literal('required name=q'),
  }),
  publisher,
})
const graphOf = <T extends z.ZodType>(things: T) =>
  z.strictObject({ '@context': z.literal('https://schema.org'), '@graph': things })
const articleGraph = graphOf(z.tuple([article, breadcrumbs]))

/** The content of the page's script element once a browser has parsed the page. */
function inDocument(json: string): unknown {
  const { childNodes } = parse(`<!doctype html><body><script>${json}</script><p>after</p>`)
  const text = JSON.stringify(childNodes, (key, value) =>
    ['parentNode', 'namespaceURI', 'attrs'].includes(key) ? undefined : value,
  )
  const [script, ...more] = [...text.matchAll(/"nodeName":"script".*?"value":("(?:[^"\\]|\\.)*")/g)]
  expect(more).toEqual([])
  expect(text).toContain('"value":"after"')
  return JSON.parse(z.string().parse(JSON.parse(script?.[1] ?? '""')))
}

async function describeArticle(draft: Draft, siteYaml?: string) {
  const files = siteYaml === undefined ? {} : { 'site.yaml': siteYaml }
  const { archive, now } = await contextOf({ a: draft }, { files })
  const found = findArticle('a', now, archive)
  if (found?.state !== 'live') throw new Error('The article is not there')
  return {
    article: found.article,
    site: readSite(archive),
    siteUrl: SITE_URL,
    old: false,
    photo: undefined,
    standfirst: found.summary.standfirst,
    changed: lastChange(found.article),
  }
}

async function graphOfArticle(draft: Draft, siteYaml?: string) {
  const data = articleGraph.parse(inDocument(articleJsonLd(await describeArticle(draft, siteYaml))))
  const [news, { itemListElement }] = data['@graph']
  return { news, places: itemListElement }
}

describe('structured data', () => {
  it('says about an author what authors.yaml says', async () => {
    const described = await describeArticle({ head: 'authors: [Ann Lee, Bo]' })
    const profile = {
      ...{ name: 'Ann Lee', slug: 'ann-lee', role: 'Columnist', picture: 'media/ann.jpg' },
      links: ['https://ann.example/'],
    }
    const json = articleJsonLd({ ...described, writers: [{ profile }] })
    const [news] = articleGraph.parse(inDocument(json))['@graph']
    expect(news.author).toEqual([
      {
        ...{ '@type': 'Person', name: 'Ann Lee', url: `${SITE_URL}/authors/ann-lee` },
        ...{ jobTitle: 'Columnist', image: `${SITE_URL}/media/ann.jpg` },
        sameAs: ['https://ann.example/'],
      },
      { '@type': 'Person', name: 'Bo', url: `${SITE_URL}/authors/bo` },
    ])
  })

  it.each(HOSTILE_TITLES)('contains the title %j', async (title) => {
    const { news, places } = await graphOfArticle({
      title,
      head: `tags: [${JSON.stringify(title)}]\nauthors: [${JSON.stringify(title)}]`,
    })
    expect(news.headline).toBe(title)
    expect(news.author).toMatchObject([{ name: title }])
    expect(places.at(-1)?.name).toBe(title)
  })

  it('says who, when, where and what was wrong', async () => {
    const { news, places } = await graphOfArticle({
      title: 'A',
      date: '2025-06-28',
      head: [
        'authors: [Ann, Bob]',
        'section: World',
        'updated: 2025-06-29T10:00',
        'corrections: [{ date: 2025-06-30, text: "1 < 2" }]',
      ].join('\n'),
    })
    expect(news).toMatchObject({
      '@type': 'NewsArticle',
      datePublished: '2025-06-28T00:00:00+09:00',
      dateModified: '2025-06-30T00:00:00+09:00',
      author: [
        { name: 'Ann', url: `${SITE_URL}/authors/ann` },
        { name: 'Bob', url: `${SITE_URL}/authors/bob` },
      ],
      correction: [{ text: '1 < 2', datePublished: '2025-06-30T00:00:00+09:00' }],
      mainEntityOfPage: `${SITE_URL}/articles/a`,
    })
    expect(news.image[0]).toMatch(/^https:\/\/paper\.example\/share\/a-[0-9a-f]{10}\.png$/)
    expect(places.map(({ position, item }) => [position, item])).toEqual([
      [1, `${SITE_URL}/`],
      [2, `${SITE_URL}/sections/world`],
      [3, `${SITE_URL}/articles/a`],
    ])
  })

  it('names the source where no author is named, and otherwise the paper', async () => {
    const source = 'source: { name: Wire, url: "https://wire.example/a" }'
    expect((await graphOfArticle({ head: source })).news.author).toEqual({
      '@type': 'Organization',
      name: 'Wire',
      url: 'https://wire.example/a',
    })
    expect((await graphOfArticle({})).news.author).toMatchObject({ name: 'Paper & Co' })
  })

  it('tells opinion from news by section, as site.yaml says', async () => {
    const typeOf = async (section: string, more = '') => {
      const yaml = `name: P\nlang: en\ntimeZone: UTC\ndescription: D\nsections: []\n${more}`
      return (await graphOfArticle({ head: `section: ${section}` }, yaml)).news['@type']
    }
    expect(await typeOf('Editorial')).toBe('OpinionNewsArticle')
    expect(await typeOf('Views')).toBe('NewsArticle')
    expect(await typeOf('Views', 'opinion: [Views]\n')).toBe('OpinionNewsArticle')
  })

  it.each([
    ['news', 'NewsArticle'],
    ['analysis', 'AnalysisNewsArticle'],
    ['opinion', 'OpinionNewsArticle'],
    ['editorial', 'OpinionNewsArticle'],
    ['review', 'ReviewNewsArticle'],
    ['interview', 'NewsArticle'],
    ['explainer', 'BackgroundNewsArticle'],
    ['obituary', 'NewsArticle'],
    ['sponsored', 'AdvertiserContentArticle'],
  ])('calls the kind %s %s, whatever its section', async (kind, type) => {
    const { news } = await graphOfArticle({ head: `kind: ${kind}\nsection: Opinion` })
    expect(news['@type']).toBe(type)
  })

  it('says what the site is and how to search it', async () => {
    const { site } = await describeArticle({})
    const data = graphOf(z.tuple([webSite])).parse(inDocument(siteJsonLd(site, SITE_URL)))
    expect(data['@graph'][0]).toMatchObject({
      name: 'Paper & Co',
      description: 'News <of> the day',
      potentialAction: { target: `${SITE_URL}/search?q={q}` },
    })
  })
})

describe('the head', () => {
  it('of an article has all of Open Graph, its own canonical and its feeds', async () => {
    const head = articleMetadata(
      await describeArticle({
        title: 'A & B',
        date: '2025-06-28',
        head: 'authors: [Ann]\nsection: World\ntags: [One, Two]\nupdated: 2025-06-29\nlang: ja',
      }),
    )
    expect(head).toMatchObject({
      title: 'A & B',
      description: 'Words.',
      alternates: {
        canonical: '/articles/a',
        types: {
          'application/rss+xml': [{ url: '/feed.xml' }],
          'text/markdown': '/articles/a.md',
          'application/json+oembed': '/oembed?url=https%3A%2F%2Fpaper.example%2Farticles%2Fa',
          'text/xml+oembed': '/oembed?url=https%3A%2F%2Fpaper.example%2Farticles%2Fa&format=xml',
        },
      },
      openGraph: {
        type: 'article',
        title: 'A & B',
        url: '/articles/a',
        siteName: 'Paper & Co',
        locale: 'ja_JP',
        publishedTime: '2025-06-28T00:00:00+09:00',
        modifiedTime: '2025-06-29T00:00:00+09:00',
        authors: ['Ann'],
        section: 'World',
        tags: ['One', 'Two'],
        images: [{ width: 1200, height: 630, alt: 'A & B' }],
      },
      twitter: { card: 'summary_large_image' },
    })
  })

  it('gives the original publication of a story as its canonical address', async () => {
    const canonical = 'https://elsewhere.example/story'
    const described = await describeArticle({ head: `canonical: ${canonical}` })
    expect(articleMetadata(described).alternates.canonical).toBe(canonical)
    expect(articleMetadata(described).openGraph.url).toBe('/articles/a')
    expect(articleJsonLd(described)).toContain(`"mainEntityOfPage":"${canonical}"`)
  })

  it('of a list names the list’s feed before the site’s', async () => {
    const { site } = await describeArticle({})
    const list = { kind: 'tag', slug: 'tea', name: 'Tea' } as const
    const { alternates, openGraph } = pageMetadata({ site, title: '#Tea', path: '/tags/tea', list })
    expect(openGraph).toMatchObject({ type: 'website', locale: 'en_GB', url: '/tags/tea' })
    expect(alternates.types['application/rss+xml']?.map(({ url }) => url)).toEqual([
      '/tags/tea/feed.xml',
      '/feed.xml',
    ])
  })

  it.each([
    ['en', 'en_GB'],
    ['en-US', 'en_US'],
    ['en-GB', 'en_GB'],
    ['pt', 'pt_BR'],
    ['zh-Hant', 'zh_TW'],
  ])('names the language %s as %s', (lang, expected) => {
    expect(openGraphLocale(lang)).toBe(expected)
  })

  it.each(['en', 'en-US', 'en-GB', 'ja', 'pt', 'de', 'zh-Hant'])(
    'prints dates in %s as in the country that it names',
    (lang) => {
      const at = new Date('2025-06-28T12:00:00Z')
      const locale = openGraphLocale(lang).replace('_', '-')
      const { text } = formatMoment({ at, precision: 'day' }, { lang, timeZone: 'UTC' })
      const long = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
      expect(text).toBe(long.format(at))
    },
  )
})
