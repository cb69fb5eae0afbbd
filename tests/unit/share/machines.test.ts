import { describe, expect, it } from 'vitest'
import { typeset } from '@/lib/language/typography/typeset'
import { negotiatedAddress, prefersMarkdown } from '@/lib/server/front/markdown-address'
import { writeManifest } from '@/lib/share/maps/manifest'
import { writeOpenSearch } from '@/lib/share/maps/open-search'
import { publicMarkdown } from '@/lib/share/maps/public-markdown'
import { writeLlms } from '@/lib/share/maps/read-llms'
import { readMarkdown } from '@/lib/share/maps/read-markdown'
import { readOEmbed, writeOEmbedXml } from '@/lib/share/maps/read-oembed'
import {
  articlesSitemap,
  inParts,
  newsSitemap,
  pagesSitemap,
  sitemapIndex,
} from '@/lib/share/maps/read-sitemap'
import { writeRobots } from '@/lib/share/maps/robots'
import { contextOf, HOSTILE_TITLES, SITE_URL, UNPUBLISHED } from './context-of'
import { all, one, readXml } from './read-xml'
import { sitemapFaults } from './validate-sitemap'

const TEN = '2025-07-01T10:00:00Z'
const LASTMOD = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/
const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9'

const site = { name: 'Paper & Co', description: '', lang: 'en', timeZone: 'UTC', sections: [] }
const hostile = Object.fromEntries(
  HOSTILE_TITLES.map((title, i) => [
    `a-${i}`,
    { title, date: TEN, head: `tags: [${JSON.stringify(title)}]` },
  ]),
)

/** The addresses of a sitemap, after its schema and further checks have found no fault. */
async function checkSitemap(xml: string, root: string, child: string): Promise<string[]> {
  expect(await sitemapFaults(xml)).toEqual([])
  const tree = readXml(xml)
  expect(tree.name).toBe(root)
  expect(tree.attributes.xmlns).toBe(SITEMAP)
  expect(tree.children.length).toBeLessThanOrEqual(50_000)
  return tree.children.map((node) => {
    expect(node.name).toBe(child)
    const names = node.children.map(({ name }) => name)
    expect([['loc'], ['loc', 'lastmod']]).toContainEqual(names)
    for (const { text } of all(node, 'lastmod')) expect(text).toMatch(LASTMOD)
    const { text } = one(node, 'loc')
    expect(new URL(text).href).toBe(text)
    expect(text.startsWith(SITE_URL)).toBe(true)
    return text
  })
}

describe('the sitemap', () => {
  it('lists every part, and the parts every page', async () => {
    const context = await contextOf({
      café: { head: 'section: World\nauthors: [Ann]\ntags: [日本]' },
      home: { head: 'canonical: https://elsewhere.example/story' },
      new: { date: TEN },
    })
    expect(await checkSitemap(await sitemapIndex(context), 'sitemapindex', 'sitemap')).toEqual([
      `${SITE_URL}/sitemap-pages.xml`,
      `${SITE_URL}/sitemap-articles-1.xml`,
    ])
    expect(await checkSitemap(articlesSitemap(1, context) ?? '', 'urlset', 'url')).toEqual([
      `${SITE_URL}/articles/caf%C3%A9`,
      `${SITE_URL}/articles/new`,
    ])
    expect(await checkSitemap(pagesSitemap(1, context) ?? '', 'urlset', 'url')).toEqual(
      [
        '/',
        '/corrections',
        '/tags',
        ...['/sections', '/authors', '/archive'],
        '/sections/world',
        '/authors/ann',
        '/tags/%E6%97%A5%E6%9C%AC',
      ].map((path) => SITE_URL + path),
    )
    expect(articlesSitemap(2, context)).toBeUndefined()
    expect(pagesSitemap(2, context)).toBeUndefined()
    expect(articlesSitemap(0, context)).toBeUndefined()
  })

  it.each([
    ['a relative address', '<url><loc>/a</loc></url>'],
    ['another order', '<url><lastmod>2025-06-28</lastmod><loc>https://p.example/</loc></url>'],
    ['a date that is none', '<url><loc>https://p.example/</loc><lastmod>28 June</lastmod></url>'],
    ['an unknown element', '<url><loc>https://p.example/</loc><title>A</title></url>'],
  ])('would be invalid with %s', async (_, url) => {
    expect(await sitemapFaults(`<urlset xmlns="${SITEMAP}">${url}</urlset>`)).not.toEqual([])
  })

  it('is split into parts, none larger than the standard allows and none empty', () => {
    expect(inParts(['a', 'b', 'c', 'd', 'e'], 2)).toEqual([['a', 'b'], ['c', 'd'], ['e']])
    expect(inParts(['a', 'b'], 2)).toEqual([['a', 'b']])
    const many = inParts(Array.from({ length: 50_001 }, (_, i) => i))
    expect(many.map(({ length }) => length)).toEqual([50_000, 1])
  })

  it('says when an article last changed', async () => {
    const corrected = 'corrections: [{ date: 2025-06-29T01:00:00Z, text: Wrong. }]'
    const context = await contextOf(
      {
        a: {},
        fixed: { date: '2025-06-29', head: corrected },
        d: { date: '2025-06-29T01:00:00Z' },
        b: { date: '2025-06-30', head: `updated: ${TEN}` },
      },
      // A change before publication doesn't count.
      { changed: { d: new Date('2025-06-29T02:00:00Z'), a: new Date('2025-06-01T00:00:00Z') } },
    )
    const urls = all(readXml(articlesSitemap(1, context) ?? ''), 'url')
    expect(urls.map((url) => one(url, 'lastmod').text)).toEqual([
      '2025-06-28T00:00:00+09:00',
      '2025-06-29T10:00:00+09:00',
      '2025-06-29T11:00:00+09:00',
      '2025-07-01T19:00:00+09:00',
    ])
    const [, part] = all(readXml(await sitemapIndex(context)), 'sitemap')
    expect(part && one(part, 'lastmod').text).toBe('2025-07-01T19:00:00+09:00')
  })

  it('for news covers two days, in the words of the stories', async () => {
    const context = await contextOf({
      ...hostile,
      old: { date: '2025-06-29T11:00:00Z' },
      edge: { date: '2025-06-29T13:00:00Z', title: 'edge' },
    })
    expect(await sitemapFaults(newsSitemap(context))).toEqual([])
    const urls = all(readXml(newsSitemap(context)), 'url')
    const news = urls.map((url) => one(url, 'news:news'))
    expect(news.map((node) => one(node, 'news:title').text).sort()).toEqual(
      [...HOSTILE_TITLES.map((title) => typeset(title, 'en')), 'edge'].sort(),
    )
    for (const node of news) {
      expect(node.children.map(({ name }) => name)).toEqual([
        'news:publication',
        'news:publication_date',
        'news:title',
      ])
      expect(one(one(node, 'news:publication'), 'news:name').text).toBe('Paper & Co')
      expect(one(one(node, 'news:publication'), 'news:language').text).toBe('en')
      expect(one(node, 'news:publication_date').text).toMatch(LASTMOD)
    }
  })
})

it('is valid even where there is nothing to list', async () => {
  const elsewhere = { head: 'canonical: https://elsewhere.example/story' }
  for (const drafts of [{}, { a: elsewhere }]) {
    const context = await contextOf(drafts)
    expect(await checkSitemap(newsSitemap(context), 'urlset', 'url')).toEqual([`${SITE_URL}/`])
    expect(await checkSitemap(await sitemapIndex(context), 'sitemapindex', 'sitemap')).toEqual([
      `${SITE_URL}/sitemap-pages.xml`,
    ])
    expect(articlesSitemap(1, context)).toBeUndefined()
  }
})

it('shows programs nothing that readers may not see', async () => {
  const context = await contextOf({ seen: {}, ...UNPUBLISHED })
  const texts = [
    await sitemapIndex(context),
    articlesSitemap(1, context),
    pagesSitemap(1, context),
    newsSitemap(context),
    writeLlms(context),
  ].join('\n')
  expect(texts).toContain('/articles/seen')
  for (const slug of Object.keys(UNPUBLISHED)) {
    expect(texts).not.toContain(slug)
    expect(readOEmbed({ url: `${SITE_URL}/articles/${slug}` }, context)).toBeUndefined()
    const markdown = await readMarkdown(slug, context)
    expect(markdown?.state).toBe(slug === 'a-withdrawn' ? 'withdrawn' : undefined)
    expect(JSON.stringify(markdown ?? '')).not.toContain('Words.')
  }
  expect(texts).not.toMatch(/unseen/i)
})

describe('robots.txt', () => {
  it('says what programs may do with the texts', () => {
    const signal = { contentSignal: { search: true, aiTrain: false } }
    expect(writeRobots(signal, SITE_URL)).toContain('Content-Signal: search=yes, ai-train=no\n')
    expect(writeRobots({}, SITE_URL)).not.toContain('Content-Signal')
    expect(writeRobots({}, SITE_URL)).toContain(`Sitemap: ${SITE_URL}/sitemap.xml\n`)
  })
})

describe('an article as Markdown', () => {
  it('starts with the facts, followed by the text as it was written, with absolute addresses', async () => {
    const context = await contextOf({
      a: {
        title: 'A *b* [c]',
        head: 'authors: [Ann]\ncorrections: [{ date: 2025-06-30, text: Wrong. }]',
        text: 'A [link](/tags/x "t"), [file](b.md#h-1) and ![p](../media/p.jpg). `[no](/x)` [d]\n\n[d]: /about',
      },
    })
    const found = await readMarkdown('a', context)
    expect(found).toEqual({
      state: 'live',
      markdown: `---
title: A *b* [c]
url: https://paper.example/articles/a
lang: en
published: 2025-06-28
updated: 2025-06-30T00:00:00+09:00
authors:
  - Ann
corrections:
  - date: 2025-06-30
    text: Wrong.
---

# A \\*b\\* \\[c\\]

A [link](https://paper.example/tags/x "t"), [file](https://paper.example/articles/b#h-1) and ![p](https://paper.example/media/p.jpg). \`[no](/x)\` [d]

[d]: https://paper.example/about
`,
    })
  })

  it('redirects from a former address to the current one', async () => {
    const context = await contextOf({ b: { head: 'aliases: [a]' } })
    expect(await readMarkdown('a', context)).toEqual({ state: 'moved', path: '/articles/b.md' })
  })

  it.each([
    ['[a](</a b>)', '[a](<https://p.example/a%20b>)'],
    ['[/x](/x)', '[/x](https://p.example/x)'],
    ['[a](/x "/x")', '[a](https://p.example/x "/x")'],
    ['[a](https://x.example/)', '[a](https://x.example/)'],
    ['[a](mailto:a@b.example)', '[a](mailto:a@b.example)'],
    ['plain /x', 'plain /x'],
  ])('%s', (markdown, expected) => {
    const context = { base: 'https://p.example/articles/a', mediaUrl: (src: string) => src }
    expect(publicMarkdown(markdown, context)).toBe(expected)
  })
})

describe('asking for Markdown by Accept', () => {
  it.each([
    ['text/markdown', true],
    ['text/markdown, text/html;q=0.9', true],
    ['text/html;q=0.5, Text/Markdown;q=0.8', true],
    ['text/markdown, */*', true],
    ['text/markdown, text/html', true],
    ['text/html, text/markdown', false],
    ['text/html, text/markdown;q=0.9', false],
    ['text/markdown;q=0', false],
    ['text/html,application/xhtml+xml,*/*;q=0.8', false],
    ['*/*', false],
  ])('%s: %s', (accept, expected) => {
    expect(prefersMarkdown(accept)).toBe(expected)
  })

  it('changes only the answers for articles', () => {
    const address = (pathname: string) => ({ pathname, key: pathname, search: '', shared: true })
    const asked = (pathname: string) => negotiatedAddress(address(pathname), 'text/markdown').key
    expect(asked('/articles/a')).toBe('/articles/a.md?by-accept=')
    expect(asked('/articles/a.md')).toBe('/articles/a.md')
    expect(asked('/articles/a/history')).toBe('/articles/a/history')
    expect(asked('/')).toBe('/')
  })
})

describe('llms.txt', () => {
  it('lists each title as one link', async () => {
    const text = writeLlms(await contextOf(hostile))
    const lines = text.split('\n').filter((line) => line.includes('/articles/'))
    expect(lines).toHaveLength(HOSTILE_TITLES.length)
    expect(text).toContain(
      '- [\\<!-- not a comment --\\> \\<b\\>bold\\</b\\>](https://paper.example/articles/a-3.md)',
    )
  })
})

describe('oEmbed', () => {
  it('describes an article by its current or a former address, and nothing else', async () => {
    const context = await contextOf({ b: { title: 'A & B', head: 'aliases: [a]\nauthors: [Ann]' } })
    const answer = readOEmbed({ url: `${SITE_URL}/articles/b?utm_source=x#s-1` }, context)
    expect(answer).toMatchObject({
      version: '1.0',
      type: 'link',
      title: 'A & B',
      author_name: 'Ann',
      thumbnail_width: 1200,
    })
    expect(readOEmbed({ url: `${SITE_URL}/articles/a` }, context)).toEqual(answer)
    expect(one(readXml(writeOEmbedXml(answer ?? {})), 'title').text).toBe('A & B')
    for (const url of [
      'https://evil.example/articles/b',
      `${SITE_URL}/`,
      'b',
      '',
      `${SITE_URL}/articles/%E0%A4%A`,
    ])
      expect(readOEmbed({ url }, context)).toBeUndefined()
  })

  it('offers no picture larger than was requested', async () => {
    const context = await contextOf({ b: {} })
    expect(
      readOEmbed({ url: `${SITE_URL}/articles/b`, maxWidth: 600 }, context),
    ).not.toHaveProperty('thumbnail_url')
  })
})

it('tells browsers how to search, and how to install the site', () => {
  const description = readXml(writeOpenSearch(site, SITE_URL))
  expect(one(description, 'ShortName').text).toBe('Paper & Co')
  expect(all(description, 'Url').map(({ attributes }) => attributes.template)).toEqual([
    'https://paper.example/search?q={searchTerms}',
    'https://paper.example/opensearch.xml',
  ])
  expect(JSON.parse(writeManifest(site))).toMatchObject({ name: 'Paper & Co', start_url: '/' })
})
