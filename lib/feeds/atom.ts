import { FEEDS } from '@/lib/site/routes'
import { type Feed, type FeedEntry, lastChangeOf } from './feed'
import { timestamp } from './timestamps'
import { element, MEDIA, mediaThumbnail, textElement, xmlDocument } from './xml'

/** RFC 4287 requires the element, although an empty feed was never updated. */
const NEVER_UPDATED = new Date(0)

export function writeAtom(feed: Feed): string {
  const { timeZone } = feed
  return xmlDocument(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xmlns:media': MEDIA, 'xml:lang': feed.lang },
      textElement('id', feed.self('atom')),
      textElement('title', feed.title),
      textElement('subtitle', feed.description),
      textElement('updated', timestamp(lastChangeOf(feed) ?? NEVER_UPDATED, timeZone)),
      element('link', { rel: 'self', type: FEEDS.atom.type, href: feed.self('atom') }),
      element('link', { rel: 'alternate', type: 'text/html', href: feed.home }),
      textElement('icon', feed.icon),
      // Applies to every entry that names no author.
      element('author', {}, textElement('name', feed.siteName)),
      feed.entries.map((entry) => writeEntry(entry, timeZone)),
    ),
  )
}

function writeEntry(entry: FeedEntry, timeZone: string) {
  const { image } = entry
  const link = (rel: string, href: string, more = {}) => element('link', { rel, href, ...more })
  return element(
    'entry',
    { 'xml:lang': entry.lang },
    textElement('id', entry.id),
    textElement('title', entry.title),
    link('alternate', entry.url, { type: 'text/html' }),
    entry.via === undefined ? undefined : link('via', entry.via),
    image && link('enclosure', image.url, { type: image.type, length: image.bytes }),
    textElement('published', timestamp(entry.published, timeZone)),
    textElement('updated', timestamp(entry.updated ?? entry.published, timeZone)),
    entry.authors.map((name) => element('author', {}, textElement('name', name))),
    entry.categories.map((term) => element('category', { term })),
    textElement('summary', entry.standfirst),
    mediaThumbnail(entry.thumbnail),
    element('content', { type: 'html' }, entry.html),
  )
}
