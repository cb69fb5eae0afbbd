import { renderArticleBody } from '@/lib/archive/read/article-body'
import { findArticle } from '@/lib/archive/read/articles'
import { findMedia } from '@/lib/archive/read/files/media'
import { readList, readNewest } from '@/lib/archive/read/lists'
import { readSite } from '@/lib/archive/read/pages'
import { readIsOld } from '@/lib/archive/read/read-age'
import type { Article, ArticleSummary } from '@/lib/article/article'
import { formatMoment } from '@/lib/article/dates'
import type { ListKind } from '@/lib/article/lists'
import { shownArticle } from '@/lib/article/shown'
import type { Feed, FeedEntry, FeedImage } from '@/lib/feeds/feed'
import { lastChange } from '@/lib/feeds/timestamps'
import { escapeXml } from '@/lib/feeds/xml'
import {
  absoluteUrl,
  articlePath,
  feedPath,
  frontPagePath,
  listPath,
  mediaPath,
} from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { fill, wordsOf } from '@/lib/words/words'
import { bylineNames } from '../byline'
import { ICON_PATH } from '../cards/icons'
import { articleShareImage } from '../cards/share-card'
import type { ShareContext } from '../read-context'
import { feedHtml } from './feed-html'

/** A reader that asks once a day misses nothing on a day with twenty stories. */
const FEED_LENGTH = 20

export type FeedOf = { kind: ListKind; slug: string }

/** The feed of the site, or of one list; undefined when the list has no visible article. */
export async function readFeed(
  of: FeedOf | undefined,
  context: ShareContext,
): Promise<Feed | undefined> {
  const { siteUrl, now, archive } = context
  const site = readSite(archive)
  const list = of && readList(of.kind, of.slug, 1, now, archive)
  if (of && !list) return undefined
  const newest = list?.articles ?? readNewest({ limit: FEED_LENGTH }, now, archive)
  const entries: FeedEntry[] = []
  for (const summary of newest) entries.push(...(await entryOf(summary, site, context)))
  const absolute = (path: string) => absoluteUrl(siteUrl, path)
  const name = of?.kind === 'tag' ? `#${list?.name}` : list?.name
  return {
    title: name === undefined ? site.name : `${site.name}: ${name}`,
    description: site.description,
    home: absolute(of ? listPath(of.kind, of.slug) : frontPagePath()),
    self: (format) => absolute(feedPath(format, of)),
    icon: absolute(ICON_PATH),
    siteName: site.name,
    lang: site.lang,
    timeZone: site.timeZone,
    entries,
  }
}

async function entryOf(
  summary: ArticleSummary,
  site: Site,
  context: ShareContext,
): Promise<FeedEntry[]> {
  const found = findArticle(summary.slug, context.now, context.archive)
  if (found?.state !== 'live') return []
  const article = shownArticle(found.article, site)
  const url = absoluteUrl(context.siteUrl, articlePath(article.slug))
  const updated = lastChange(article, await context.changedInHistory(found.article))
  const image = imageOf(summary, context)
  const thumbnail = image ? undefined : thumbnailOf(article, site, context)
  return [
    {
      id: lastingId(article, context.siteUrl),
      url,
      title: article.title,
      lang: article.lang,
      standfirst: summary.standfirst,
      html: fullText(article, site, url, context),
      published: article.published.at,
      ...(updated && { updated }),
      authors: bylineNames(article),
      categories: [...(article.section ? [article.section] : []), ...article.tags],
      ...(article.source?.url !== undefined && { via: article.source.url }),
      ...(image && { image }),
      ...(thumbnail && { thumbnail }),
    },
  ]
}

/**
 * What identifies an article to feed readers, however often it moves: its first address, which is its oldest alias (aliases
 * are listed in the order in which they were given up).
 */
export function lastingId({ aliases, slug }: Article, siteUrl: string): string {
  const [first] = aliases
  return absoluteUrl(siteUrl, first === undefined ? articlePath(slug) : first)
}

function imageOf({ image }: ArticleSummary, { siteUrl, archive }: ShareContext) {
  const media = image && findMedia(image.src, archive)
  if (!image || !media) return undefined
  const { type, bytes, width, height } = media
  const url = absoluteUrl(siteUrl, mediaPath(image.src))
  return { url, type, bytes, width, height, alt: image.alt }
}

function thumbnailOf(article: Article, site: Site, { siteUrl, now }: ShareContext): FeedImage {
  const { path, ...image } = articleShareImage(article, site, readIsOld(article, now))
  return { ...image, url: absoluteUrl(siteUrl, path), type: 'image/png' }
}

/** The full text as on our own page, with its corrections below it. */
function fullText(article: Article, site: Site, url: string, { archive, now }: ShareContext) {
  const { html } = renderArticleBody(article, now, '', archive)
  const words = wordsOf(site)
  const corrections = article.corrections.map(({ date, text, kind = 'correction' }) => {
    const said = { kind: words.article.corrections[kind], date: formatMoment(date, site).text }
    return `<p><b>${escapeXml(fill(words.notices.dated, said))}</b> ${escapeXml(text)}</p>`
  })
  return [feedHtml(html, url), ...corrections].join('\n')
}
