import fc from 'fast-check'
import { parseFragment } from 'parse5'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { writeAtom } from '@/lib/feeds/atom'
import type { Feed } from '@/lib/feeds/feed'
import { writeJsonFeed } from '@/lib/feeds/json-feed'
import { writeRss } from '@/lib/feeds/rss'
import { mailTimestamp } from '@/lib/feeds/timestamps'
import { element, escapeXml, xmlDocument } from '@/lib/feeds/xml'
import { typeset } from '@/lib/language/typography/typeset'
import { feedHtml } from '@/lib/share/feeds/feed-html'
import { readFeed } from '@/lib/share/feeds/read-feed'
import type { Draft } from '../../support/archive-of'
import { runs } from '../../support/runs'
import { contextOf, HOSTILE_TITLES, UNPUBLISHED } from './context-of'
import { atomFaults, rssFaults } from './feed-rules'
import { all, one, readXml } from './read-xml'

async function feedOf(
  drafts: Record<string, Draft>,
  more: Parameters<typeof contextOf>[1] = {},
  of?: Parameters<typeof readFeed>[0],
): Promise<Feed> {
  const feed = await readFeed(of, await contextOf(drafts, more))
  if (feed === undefined) throw new Error('There is no such feed')
  return feed
}

const written = (feed: Feed) => [writeRss(feed), writeAtom(feed), writeJsonFeed(feed)]

/** https://www.jsonfeed.org/version/1.1/ as a schema, without anything that it doesn't name. */
const stamp = z.iso.datetime({ offset: true })
const author = z.strictObject({ name: z.string().min(1) })
const jsonFeed = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string(),
  home_page_url: z.url(),
  feed_url: z.url(),
  description: z.string().optional(),
  icon: z.url(),
  language: z.string(),
  authors: z.array(author),
  items: z.array(
    z.strictObject({
      id: z.url(),
      url: z.url(),
      external_url: z.url().optional(),
      title: z.string(),
      content_html: z.string(),
      summary: z.string().min(1).optional(),
      image: z.url().optional(),
      date_published: stamp,
      date_modified: stamp.optional(),
      authors: z.array(author).min(1).optional(),
      tags: z.array(z.string()),
      language: z.string(),
    }),
  ),
})

describe('every feed', () => {
  it('keeps each title through each format', async () => {
    const drafts = HOSTILE_TITLES.map((title, i) => [
      `a-${i}`,
      { title, text: `Words of ${title}` },
    ])
    const feed = await feedOf(Object.fromEntries(drafts))
    const expected = HOSTILE_TITLES.map((title) => typeset(title, 'en')).sort()
    const channel = one(readXml(writeRss(feed)), 'channel')
    expect(
      all(channel, 'item')
        .map((item) => one(item, 'title').text)
        .sort(),
    ).toEqual(expected)
    // In RSS this is HTML: text that looks like an element must not become one.
    const told = all(channel, 'item').map((item) => one(item, 'description').text)
    const shown = told.map((html) => parseFragment(html).childNodes)
    for (const nodes of shown) expect(nodes.map(({ nodeName }) => nodeName)).toEqual(['#text'])
    const entries = all(readXml(writeAtom(feed)), 'entry')
    expect(entries.map((entry) => one(entry, 'title').text).sort()).toEqual(expected)
    const { items } = jsonFeed.parse(JSON.parse(writeJsonFeed(feed)))
    expect(items.map(({ title }) => title).sort()).toEqual(expected)
  })

  it('shows nothing that readers may not see', async () => {
    const feed = await feedOf({ seen: {}, ...UNPUBLISHED })
    for (const text of written(feed)) {
      expect(text).toContain('seen')
      expect(text).not.toContain('UNSEEN')
    }
    const none = await readFeed({ kind: 'tag', slug: 'unseen' }, await contextOf(UNPUBLISHED))
    expect(none).toBeUndefined()
  })

  it('identifies an article by its first address, however often it moves', async () => {
    const before = await feedOf({ first: {} })
    const after = await feedOf({ third: { head: 'aliases: [first, second]' } })
    expect(before.entries[0]?.id).toBe('https://paper.example/articles/first')
    expect(after.entries[0]?.id).toBe(before.entries[0]?.id)
    expect(after.entries[0]?.url).toBe('https://paper.example/articles/third')
  })

  it.each([
    ['never changed', '', undefined, undefined],
    ['its front matter', 'updated: 2025-06-29T10:00:00Z', undefined, '2025-06-29T10:00:00.000Z'],
    [
      'a correction',
      'corrections: [{ date: 2025-06-30T01:00:00Z, text: Wrong. }]',
      undefined,
      '2025-06-30T01:00:00.000Z',
    ],
    ['git', 'updated: 2025-06-29', '2025-06-30T05:00:00Z', '2025-06-30T05:00:00.000Z'],
    ['git, before it was published', '', '2025-06-01T00:00:00Z', undefined],
  ])(
    'says separately when an article was published and when it changed: %s',
    async (_, head, git, expected) => {
      const feed = await feedOf(
        { a: { head } },
        git === undefined ? {} : { changed: { a: new Date(git) } },
      )
      expect(feed.entries[0]?.published.toISOString()).toBe('2025-06-27T15:00:00.000Z')
      expect(feed.entries[0]?.updated?.toISOString()).toBe(expected)
    },
  )

  it('has no empty summary for an article without words', async () => {
    const feed = await feedOf({ a: { text: '<!-- Later. -->' }, b: { text: 'Words.' } })
    const [rss = '', atom = '', json = ''] = written(feed)
    expect(rssFaults(rss, feed.self('rss'))).toEqual([])
    expect(atomFaults(atom, feed.self('atom'))).toEqual([])
    expect(rss.match(/<description(?:>Words\.|\/)/g)).toEqual(['<description>Words.'])
    expect(atom.match(/<summary.*?>/g)).toEqual(['<summary>'])
    const { items } = jsonFeed.parse(JSON.parse(json))
    expect(items.map(({ summary }) => summary).sort()).toEqual(['Words.', undefined])
  })

  it('has the full text with absolute addresses, and its corrections', async () => {
    const text = 'See [a tag](/tags/x), [a file](b.md), [a note](#s-1).\n\nLast words.'
    const head = 'corrections: [{ date: 2025-06-30, text: "1 < 2" }]'
    const feed = await feedOf({ a: { text, head } })
    expect(feed.entries[0]?.html).toBe(
      [
        '<p>See <a href="https://paper.example/tags/x">a tag</a>, ' +
          '<a href="https://paper.example/articles/b">a file</a>, ' +
          '<a href="https://paper.example/articles/a#s-1">a note</a>.</p>',
        '<p>Last words.</p>',
        '<p><b>Correction, 30 June 2025:</b> 1 &lt; 2</p>',
      ].join('\n'),
    )
  })

  it('follows one list, under addresses of its own', async () => {
    const feed = await feedOf(
      { a: { head: 'tags: [Tea & Co]' }, b: {} },
      {},
      { kind: 'tag', slug: 'tea-co' },
    )
    expect(feed.entries.map(({ title }) => title)).toEqual(['a'])
    expect(feed.title).toBe('Paper & Co: #Tea & Co')
    expect(feed.home).toBe('https://paper.example/tags/tea-co')
    expect(feed.self('atom')).toBe('https://paper.example/tags/tea-co/atom.xml')
  })

  it('is valid when it is empty', async () => {
    const feed = await feedOf({})
    expect(all(one(readXml(writeRss(feed)), 'channel'), 'item')).toEqual([])
    expect(one(readXml(writeAtom(feed)), 'updated').text).toMatch(/^1970-01-01T/)
    expect(jsonFeed.parse(JSON.parse(writeJsonFeed(feed))).items).toEqual([])
  })
})

describe('what each format requires', () => {
  const rich = {
    a: {
      head: [
        'authors: [Ann & Bob]',
        'section: World',
        'tags: [One, Two]',
        'source: { name: Wire, url: "https://wire.example/?a=1&b=2" }',
        'updated: 2025-06-29',
      ].join('\n'),
    },
  }

  it('RSS 2.0', async () => {
    const rss = readXml(writeRss(await feedOf(rich)))
    expect(rss.attributes.version).toBe('2.0')
    const channel = one(rss, 'channel')
    for (const name of ['title', 'link', 'description'])
      expect(one(channel, name).text).not.toBe('')
    expect(one(channel, 'atom:link').attributes).toEqual({
      rel: 'self',
      type: 'application/rss+xml',
      href: 'https://paper.example/feed.xml',
    })
    const item = one(channel, 'item')
    expect(one(item, 'guid').attributes).toEqual({ isPermaLink: 'false' })
    expect(one(item, 'pubDate').text).toBe('Sat, 28 Jun 2025 00:00:00 +0900')
    expect(one(item, 'atom:updated').text).toBe('2025-06-29T00:00:00+09:00')
    expect(one(item, 'dc:creator').text).toBe('Ann & Bob')
    expect(all(item, 'category').map(({ text }) => text)).toEqual(['World', 'One', 'Two'])
    expect(one(item, 'content:encoded').text).toBe('<p>Words.</p>')
  })

  it('Atom', async () => {
    const feed = readXml(writeAtom(await feedOf(rich)))
    for (const node of [feed, one(feed, 'entry')])
      for (const name of ['id', 'title', 'updated']) expect(one(node, name).text).not.toBe('')
    expect(all(feed, 'link').map(({ attributes }) => attributes.rel)).toEqual(['self', 'alternate'])
    const entry = one(feed, 'entry')
    expect(one(entry, 'published').text).toBe('2025-06-28T00:00:00+09:00')
    expect(one(entry, 'updated').text).toBe('2025-06-29T00:00:00+09:00')
    expect(one(one(entry, 'author'), 'name').text).toBe('Ann & Bob')
    expect(all(entry, 'link').map(({ attributes }) => attributes.href)).toEqual([
      'https://paper.example/articles/a',
      'https://wire.example/?a=1&b=2',
    ])
  })

  it('JSON Feed 1.1', async () => {
    const [item] = jsonFeed.parse(JSON.parse(writeJsonFeed(await feedOf(rich)))).items
    expect(item).toMatchObject({
      authors: [{ name: 'Ann & Bob' }],
      tags: ['World', 'One', 'Two'],
      date_modified: '2025-06-29T00:00:00+09:00',
    })
  })
})

describe('XML', () => {
  it('holds any text at all, without what XML forbids', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML forbids
    const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu
    const text = fc.string({ unit: 'binary' })
    fc.assert(
      fc.property(
        fc.oneof(text, fc.constantFrom(...HOSTILE_TITLES, '\u0001]]>\ud800\r\n')),
        (given) => {
          const node = readXml(
            xmlDocument(element('a', { b: given.replace(/[\n\t]/g, '') }, given)),
          )
          expect(node.text).toBe(given.replace(forbidden, ''))
          expect(node.attributes.b).toBe(given.replace(/[\n\t]/g, '').replace(forbidden, ''))
        },
      ),
      { seed: 10, numRuns: runs(500) },
    )
  })

  it('escapes what would open or close something', () => {
    expect(escapeXml(']]> <a b="c"> &amp;')).toBe(']]&gt; &lt;a b=&quot;c&quot;&gt; &amp;amp;')
  })
})

describe('the text of a feed', () => {
  it.each([
    [
      '<p><span id="s-1">A <span lang="ja">日</span></span></p>',
      '<p>A <span lang="ja">日</span></p>',
    ],
    ['<li><input type="checkbox" disabled> t</li>', '<li>☐ t</li>'],
    ['<li><input type="checkbox" checked disabled> t</li>', '<li>☑ t</li>'],
    [
      '<img src="/media/a.jpg" srcset="/a 2x" alt="A" loading="lazy">',
      '<img src="https://p.example/media/a.jpg" alt="A">',
    ],
    [
      '<a href="/media/a.jpg"><picture><source type="image/webp" srcset="/media/a.jpg/0123456789-320.webp 320w">' +
        '<img src="/media/a.jpg/0123456789-960.jpg" srcset="/media/a.jpg/0123456789-320.jpg 320w" alt="A" width="2"></picture></a>',
      '<a href="https://p.example/media/a.jpg"><img src="https://p.example/media/a.jpg" alt="A" width="2"></a>',
    ],
    [
      '<div role="note" class="callout" aria-label="Mind &amp; <">\n<p>A.</p></div>',
      '<div><p><strong>Mind &amp; &lt;</strong></p>\n<p>A.</p></div>',
    ],
    ['<a href="mailto:a@b.example">m</a>', '<a href="mailto:a@b.example">m</a>'],
    ['<a href="//x.example/">m</a>', '<a href="https://x.example/">m</a>'],
  ])('%s', (html, expected) => {
    expect(feedHtml(html, 'https://p.example/articles/a')).toBe(expected)
  })
})

it.each([
  ['2025-12-31T15:00:00Z', 'Asia/Tokyo', 'Thu, 01 Jan 2026 00:00:00 +0900'],
  ['2025-01-01T03:04:05Z', 'America/St_Johns', 'Tue, 31 Dec 2024 23:34:05 -0330'],
  ['2024-02-29T12:00:00Z', 'UTC', 'Thu, 29 Feb 2024 12:00:00 +0000'],
])('writes %s in %s as mail does', (at, zone, expected) => {
  expect(mailTimestamp(new Date(at), zone)).toBe(expected)
})
