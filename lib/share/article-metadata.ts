import type { Article } from '@/lib/article/article'
import type { Translation } from '@/lib/article/translation'
import { timestamp } from '@/lib/feeds/timestamps'
import { absoluteUrl, articleMarkdownPath, articlePath, oembedPath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { bylineNames } from './byline'
import type { Photo } from './cards/photo-card'
import { articleShareImage } from './cards/share-card'
import { languagesOf } from './language-links'
import { feedLinks, openGraph, openGraphLocale, TWITTER } from './page-metadata'

export type ArticleHead = {
  article: Article
  standfirst: string
  site: Site
  siteUrl: string
  old: boolean
  photo?: Photo | undefined
  /** When it last changed since it was published. */
  changed: Date | undefined
  /** Where else its story can be read. */
  translations?: readonly Translation[]
}

/** The metadata for the head of an article's page. */
export function articleMetadata(head: ArticleHead) {
  const { article, standfirst, site, siteUrl, old, changed, translations = [] } = head
  const { title, published, tags, section } = article
  const path = articlePath(article.slug)
  const image = articleShareImage(article, site, old, head.photo)
  const { lang } = article
  return {
    title,
    description: standfirst,
    alternates: {
      canonical: article.canonical ?? path,
      ...(translations.length > 0 && {
        languages: languagesOf(article, translations, siteUrl),
      }),
      types: {
        ...feedLinks(site),
        'text/markdown': articleMarkdownPath(article.slug),
        'application/json+oembed': oembedPath(absoluteUrl(siteUrl, path)),
        'text/xml+oembed': oembedPath(absoluteUrl(siteUrl, path), 'xml'),
      },
    },
    openGraph: {
      type: 'article' as const,
      ...openGraph({ site, title, description: standfirst, path, image }),
      locale: openGraphLocale(lang),
      ...(translations.length > 0 && {
        alternateLocale: translations.map((each) => openGraphLocale(each.lang)),
      }),
      publishedTime: timestamp(published.at, site.timeZone),
      ...(changed && { modifiedTime: timestamp(changed, site.timeZone) }),
      authors: bylineNames(article),
      ...(section !== undefined && { section }),
      tags,
    },
    twitter: TWITTER,
  }
}
