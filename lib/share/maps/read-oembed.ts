import { findArticle } from '@/lib/archive/read/articles'
import { readSite } from '@/lib/archive/read/pages'
import { readIsOld } from '@/lib/archive/read/read-age'
import { shownArticle } from '@/lib/article/shown'
import { element, textElement, xmlDocument } from '@/lib/feeds/xml'
import { absoluteUrl, frontPagePath } from '@/lib/site/routes'
import { bylineNames } from '../byline'
import { findPhoto } from '../cards/find-photo'
import { articleShareImage } from '../cards/share-card'
import type { ShareContext } from '../read-context'

export type OEmbed = Record<string, string | number>

type Asked = { url: string; maxWidth?: number | undefined; maxHeight?: number | undefined }

const ARTICLE = /^\/articles\/([^/]+)$/

/** The answer of https://oembed.com for one of our articles; undefined for any other address. */
export function readOEmbed(asked: Asked, context: ShareContext): OEmbed | undefined {
  const { siteUrl, now, archive } = context
  const found = findAsked(asked.url, context)
  if (found === undefined) return undefined
  const site = readSite(archive)
  const article = shownArticle(found, site)
  const image = articleShareImage(article, site, readIsOld(article, now), findPhoto(found, archive))
  const [writer] = bylineNames(article)
  const fits =
    image.width <= (asked.maxWidth ?? Infinity) && image.height <= (asked.maxHeight ?? Infinity)
  return {
    version: '1.0',
    // Our policy lets no other site frame us, so all that it can show is a link with its picture.
    type: 'link',
    title: article.title,
    ...(writer !== undefined && { author_name: writer }),
    provider_name: site.name,
    provider_url: absoluteUrl(siteUrl, frontPagePath()),
    ...(fits && {
      thumbnail_url: absoluteUrl(siteUrl, image.path),
      thumbnail_width: image.width,
      thumbnail_height: image.height,
    }),
  }
}

function findAsked(address: string, { siteUrl, now, archive }: ShareContext) {
  const url = URL.canParse(address) ? new URL(address) : undefined
  const slug = url?.origin === siteUrl ? ARTICLE.exec(decoded(url.pathname))?.[1] : undefined
  const found = slug === undefined ? undefined : findArticle(slug, now, archive)
  const target = found?.state === 'moved' ? findArticle(found.slug, now, archive) : found
  return target?.state === 'live' ? target.article : undefined
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return ''
  }
}

export const writeOEmbedXml = (answer: OEmbed): string =>
  xmlDocument(
    element(
      'oembed',
      {},
      Object.entries(answer).map(([name, value]) => textElement(name, String(value))),
    ),
  )
