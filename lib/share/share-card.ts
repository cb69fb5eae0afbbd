import { createHash } from 'node:crypto'
import type { Article, ArticleFields } from '@/lib/article/article'
import { formatMoment } from '@/lib/dates'
import { type ListName, shareImagePath } from '@/lib/routes'
import type { Site } from '@/lib/site'
import { writersOf } from './writers'

/** What a share image shows: text that was checked at the door, and nothing else. */
export type ShareCard = {
  /** Above the headline: what it is. */
  kicker?: string
  headline: string
  /** BCP 47 of the headline. */
  lang: string
  /** Below it: source and date. */
  note?: string
  /** Says that the story is old, so that a shared link can't pass for news. */
  stamp?: string
  siteName: string
  wordmark?: NonNullable<Site['wordmark']>
}

export type ShareImage = { path: string; width: number; height: number; alt: string }

export const SHARE_WIDTH = 1200
export const SHARE_HEIGHT = 630

/** Raise it when the drawing changes: networks keep an image for as long as its address stays the same. */
const DRAWING = 1

const masthead = ({ name, wordmark }: Site) => ({ siteName: name, ...(wordmark && { wordmark }) })

type Story = Pick<ArticleFields, 'title' | 'lang' | 'section' | 'published' | 'authors' | 'source'>

export function articleCard(story: Story, site: Site, old: boolean): ShareCard {
  const date = formatMoment({ at: story.published.at, precision: 'day' }, site).text
  const [writer] = story.source ? [story.source.name] : writersOf(story)
  return {
    ...(story.section !== undefined && { kicker: story.section }),
    headline: story.title,
    lang: story.lang ?? site.lang,
    note: writer === undefined ? date : `${writer} · ${date}`,
    ...(old && { stamp: `From ${date.slice(-4)}` }),
    ...masthead(site),
  }
}

export function listCard(kind: ListName['kind'], name: string, site: Site): ShareCard {
  const headline = kind === 'tag' ? `#${name}` : name
  return { kicker: KIND_NAMES[kind], headline, lang: site.lang, ...masthead(site) }
}

const KIND_NAMES = { tag: 'Tag', source: 'Source', author: 'Author', section: 'Section' }

export function siteCard(site: Site): ShareCard {
  return { headline: site.description || site.name, lang: site.lang, ...masthead(site) }
}

/** Names exactly this drawing. */
export function cardVersion(card: ShareCard): string {
  return createHash('sha256')
    .update(JSON.stringify([DRAWING, card]))
    .digest('hex')
    .slice(0, 10)
}

const imageAt = (path: string, alt: string): ShareImage => ({
  path,
  width: SHARE_WIDTH,
  height: SHARE_HEIGHT,
  alt,
})

export function articleShareImage(article: Article, site: Site, old: boolean): ShareImage {
  const version = cardVersion(articleCard(article, site, old))
  return imageAt(shareImagePath({ article: article.slug }, version), article.title)
}

export function listShareImage(list: ListName & { name: string }, site: Site): ShareImage {
  const version = cardVersion(listCard(list.kind, list.name, site))
  return imageAt(shareImagePath({ list }, version), `${list.name}, ${site.name}`)
}

export function siteShareImage(site: Site): ShareImage {
  return imageAt(shareImagePath({}, cardVersion(siteCard(site))), site.name)
}
