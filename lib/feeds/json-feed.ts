import type { Feed, FeedEntry } from './feed'
import { timestamp } from './timestamps'

/** https://www.jsonfeed.org/version/1.1/ */
export function writeJsonFeed(feed: Feed): string {
  const json = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.self('json'),
    description: feed.description || undefined,
    icon: feed.icon,
    language: feed.lang,
    authors: [{ name: feed.siteName }],
    items: feed.entries.map((entry) => writeItem(entry, feed.timeZone)),
  }
  return `${JSON.stringify(json)}\n`
}

function writeItem(entry: FeedEntry, timeZone: string) {
  return {
    id: entry.id,
    url: entry.url,
    external_url: entry.via,
    title: entry.title,
    content_html: entry.html,
    summary: entry.standfirst || undefined,
    image: (entry.image ?? entry.thumbnail)?.url,
    date_published: timestamp(entry.published, timeZone),
    date_modified: entry.updated && timestamp(entry.updated, timeZone),
    authors: entry.authors.length === 0 ? undefined : entry.authors.map((name) => ({ name })),
    tags: entry.categories,
    language: entry.lang,
  }
}
