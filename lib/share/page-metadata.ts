import { FEEDS, feedPath, type ListName } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { localeOf } from '@/lib/words/words'
import { listShareImage, type ShareImage, siteShareImage } from './cards/share-card'

export type Head = {
  site: Site
  /** Absent on the front page, whose title is the site's name. */
  title?: string
  description?: string | undefined
  /** The page's own address; each page of a list has its own. */
  path: string
  /** The list that the page shows. */
  list?: ListName & { name: string }
  /** The page's own feed, if it isn't a list's. */
  feed?: FeedLink
}

type FeedLink = { url: string; title: string }

/** The metadata for the head of a page, in Next's form. It is complete: nothing is inherited. */
export function pageMetadata(head: Head) {
  const { site, title, path, list, feed } = head
  const description = head.description ?? site.description
  const image = list ? listShareImage(list, site) : siteShareImage(site)
  return {
    ...(title !== undefined && { title }),
    description,
    alternates: { canonical: path, types: feedLinks(site, feed ?? (list && listFeed(site, list))) },
    openGraph: {
      type: 'website' as const,
      ...openGraph({ site, title: title ?? site.name, description, path, image }),
      locale: openGraphLocale(site.lang),
    },
    twitter: TWITTER,
  }
}

/** X takes everything else from Open Graph. */
export const TWITTER = { card: 'summary_large_image' as const }

type Shown = { site: Site; title: string; description: string; path: string; image: ShareImage }

/** https://ogp.me: the properties of every type. */
export function openGraph({ site, title, description, path, image }: Shown) {
  const { width, height, alt } = image
  return {
    title,
    description,
    url: path,
    siteName: site.name,
    images: [{ url: image.path, width, height, alt }],
  }
}

/** `en_GB`, Facebook's form of a language: the country is the one whose dates the site prints. */
export function openGraphLocale(lang: string): string {
  const { language, region } = new Intl.Locale(localeOf(lang)).maximize()
  return region === undefined ? language : `${language}_${region}`
}

const listFeed = (site: Site, list: ListName & { name: string }): FeedLink => ({
  url: feedPath('rss', list),
  title: `${site.name}: ${list.name}`,
})

/** The feeds of this page, the most specific first; programs look for them here. */
export function feedLinks(site: Site, own?: FeedLink) {
  const whole: FeedLink = { url: feedPath('rss'), title: site.name }
  return { [FEEDS.rss.type]: own ? [own, whole] : [whole] }
}
