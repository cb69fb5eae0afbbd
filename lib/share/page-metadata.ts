import { feedPath } from '@/lib/routes'
import type { Site } from '@/lib/site'
import { FEED_TYPES } from './feed'

export type Head = {
  site: Pick<Site, 'name' | 'description' | 'lang'>
  /** Absent on the front page, whose title is the site's name. */
  title?: string
  description?: string
  /** The page's own address; the first page of a list and the ones after it have each their own. */
  path: string
  /** The list that the page shows. */
  list?: { kind: 'tag' | 'source' | 'author' | 'section'; slug: string; name: string }
}

/** What the head of a page says of it, in the form that Next takes. It is all of it: nothing is inherited. */
export function pageMetadata(head: Head) {
  const { site, title, path } = head
  const description = head.description ?? site.description
  return {
    ...(title !== undefined && { title }),
    description,
    alternates: { canonical: path, types: feedLinks(head) },
  }
}

/** The feeds that follow this page, the nearest first; programs look for them here. */
function feedLinks({ site, list }: Head) {
  const own = list ? [{ url: feedPath('rss', list), title: `${site.name}: ${list.name}` }] : []
  return { [FEED_TYPES.rss]: [...own, { url: feedPath('rss'), title: site.name }] }
}
