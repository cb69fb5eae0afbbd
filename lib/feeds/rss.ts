import { FEEDS } from '@/lib/site/routes'
import { type Feed, type FeedEntry, lastChangeOf } from './feed'
import { mailTimestamp, timestamp } from './timestamps'
import { element, escapeXml, feedDocument, MEDIA, mediaThumbnail, textElement } from './xml'

/** https://www.rssboard.org/rss-specification, with the modules that its best practices profile names. */
const NAMESPACES = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': MEDIA,
}

export function writeRss(feed: Feed): string {
  const changed = lastChangeOf(feed)
  return feedDocument(
    element(
      'rss',
      { version: '2.0', ...NAMESPACES },
      element(
        'channel',
        {},
        textElement('title', feed.title),
        textElement('link', feed.home),
        // Required, even if there is nothing to say.
        element('description', {}, feed.description || feed.title),
        textElement('language', feed.lang),
        textElement('lastBuildDate', changed && mailTimestamp(changed, feed.timeZone)),
        element('atom:link', { rel: 'self', type: FEEDS.rss.type, href: feed.self('rss') }),
        feed.entries.map((entry) => item(entry, feed.timeZone)),
      ),
    ),
  )
}

function item(entry: FeedEntry, timeZone: string) {
  return element(
    'item',
    {},
    textElement('title', entry.title),
    textElement('link', entry.url),
    element('guid', { isPermaLink: 'false' }, entry.id),
    textElement('pubDate', mailTimestamp(entry.published, timeZone)),
    textElement('atom:updated', entry.updated && timestamp(entry.updated, timeZone)),
    // RSS's own author element is an e-mail address.
    entry.authors.map((name) => textElement('dc:creator', name)),
    entry.categories.map((name) => textElement('category', name)),
    // The specification says that this element holds HTML, so the plain text is escaped twice.
    textElement('description', escapeXml(entry.standfirst)),
    textElement('content:encoded', entry.html),
    entry.image && media(entry.image),
    mediaThumbnail(entry.thumbnail),
  )
}

function media({ url, type, bytes, width, height, alt }: NonNullable<FeedEntry['image']>) {
  const attributes = { url, type, medium: 'image', fileSize: bytes, width, height }
  return element('media:content', attributes, element('media:description', { type: 'plain' }, alt))
}
