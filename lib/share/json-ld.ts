import type {
  AdvertiserContentArticle,
  BreadcrumbList,
  CorrectionComment,
  Graph,
  NewsArticle,
  NewsMediaOrganization,
  Organization,
  Person,
  SearchAction,
  WebSite,
} from 'schema-dts'
import type { Article, Source } from '@/lib/article/article'
import { type Kind, kindOf } from '@/lib/article/kind'
import type { Profile } from '@/lib/article/profile'
import { slugify } from '@/lib/article/slug'
import type { Translation } from '@/lib/article/translation'
import { timestamp } from '@/lib/feeds/timestamps'
import {
  absoluteUrl,
  articlePath,
  authorPath,
  frontPagePath,
  mediaPath,
  searchPath,
  sectionPath,
} from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { ICON_PATH } from './cards/icons'
import type { Photo } from './cards/photo-card'
import { articleShareImage, searchPhotos } from './cards/share-card'
import { translationUrl } from './language-links'

export type DescribedArticle = {
  article: Article
  photo?: Photo | undefined
  site: Site
  siteUrl: string
  old: boolean
  changed: Date | undefined
  /** Where else its story can be read. */
  translations?: readonly Translation[]
  /** The writers with a profile. */
  writers?: readonly { profile: Profile }[]
}

/** What search engines read about an article: https://schema.org/NewsArticle, and its place in the site. */
export function articleJsonLd(described: DescribedArticle): string {
  return writeJsonLd([newsArticle(described), breadcrumbs(described)])
}

export function siteJsonLd(site: Site, siteUrl: string): string {
  const action: SearchAction & { 'query-input': string } = {
    '@type': 'SearchAction',
    target: `${absoluteUrl(siteUrl, searchPath())}?q={q}`,
    'query-input': 'required name=q',
  }
  const webSite: WebSite = {
    '@type': 'WebSite',
    name: site.name,
    ...(site.description && { description: site.description }),
    url: absoluteUrl(siteUrl, frontPagePath()),
    inLanguage: site.lang,
    potentialAction: action,
    publisher: publisher(site, siteUrl),
  }
  return writeJsonLd([webSite])
}

/** JSON for a script element: it contains no `<`, so nothing in a text can end the element. */
function writeJsonLd(things: Graph['@graph']): string {
  const graph: Graph = { '@context': 'https://schema.org', '@graph': things }
  return JSON.stringify(graph).replaceAll('<', '\\u003c')
}

/**
 * https://schema.org/NewsArticle has subtypes for most of our kinds; an interview and an obituary are plain NewsArticles.
 */
const TYPES = {
  news: 'NewsArticle',
  analysis: 'AnalysisNewsArticle',
  opinion: 'OpinionNewsArticle',
  editorial: 'OpinionNewsArticle',
  review: 'ReviewNewsArticle',
  interview: 'NewsArticle',
  explainer: 'BackgroundNewsArticle',
  obituary: 'NewsArticle',
  sponsored: 'AdvertiserContentArticle',
} as const satisfies Record<Kind, string>

function newsArticle(described: DescribedArticle): NewsArticle | AdvertiserContentArticle {
  const { article, photo, site, siteUrl, old, changed, translations = [] } = described
  const images = photo
    ? searchPhotos(article, site, photo)
    : [articleShareImage(article, site, old).path]
  const stands = publisher(site, siteUrl)
  const original = translations.find(isOriginal)
  return {
    '@type': TYPES[kindOf(article, site)],
    headline: article.title,
    ...((article.lang !== site.lang || translations.length > 0) && { inLanguage: article.lang }),
    ...(original && { translationOfWork: workOf(original, siteUrl) }),
    ...(!original &&
      translations.length > 0 && {
        workTranslation: translations.map((each) => workOf(each, siteUrl)),
      }),
    datePublished: timestamp(article.published.at, site.timeZone),
    ...(changed && { dateModified: timestamp(changed, site.timeZone) }),
    author: writers(described) ?? stands,
    publisher: stands,
    image: images.map((path) => absoluteUrl(siteUrl, path)),
    mainEntityOfPage: article.canonical ?? absoluteUrl(siteUrl, articlePath(article.slug)),
    ...(article.corrections.length > 0 && { correction: corrections(article, site) }),
  }
}

/** An article in another language, as far as one names it. */
const workOf = (translation: Translation, siteUrl: string) => ({
  '@type': 'NewsArticle' as const,
  '@id': translationUrl(translation, siteUrl),
  inLanguage: translation.lang,
})

const isOriginal = (each: Translation) => 'isOriginal' in each && each.isOriginal

function corrections({ corrections }: Article, { timeZone }: Site): CorrectionComment[] {
  return corrections.map(({ date, text }) => ({
    '@type': 'CorrectionComment',
    text,
    datePublished: timestamp(date.at, timeZone),
  }))
}

function writers({ article: { authors, source }, siteUrl, writers = [] }: DescribedArticle) {
  if (authors.length === 0) return source && organization(source)
  const profiles = new Map(writers.map(({ profile }) => [profile.slug, profile]))
  return authors.map((name) => person(name, siteUrl, profiles.get(slugify(name))))
}

const person = (name: string, siteUrl: string, known?: Profile): Person => ({
  '@type': 'Person',
  name,
  url: absoluteUrl(siteUrl, authorPath(slugify(name))),
  ...(known?.role !== undefined && { jobTitle: known.role }),
  ...(known?.about !== undefined && { description: known.about }),
  ...(known?.picture !== undefined && { image: absoluteUrl(siteUrl, mediaPath(known.picture)) }),
  ...(known !== undefined && known.links.length > 0 && { sameAs: known.links }),
})

const organization = ({ name, url }: Source): Organization => ({
  '@type': 'Organization',
  name,
  ...(url !== undefined && { url }),
})

const publisher = (site: Site, siteUrl: string): NewsMediaOrganization => ({
  '@type': 'NewsMediaOrganization',
  name: site.name,
  url: absoluteUrl(siteUrl, frontPagePath()),
  logo: absoluteUrl(siteUrl, ICON_PATH),
})

function breadcrumbs({ article, site, siteUrl }: DescribedArticle): BreadcrumbList {
  const { section } = article
  const places = [
    { name: site.name, path: frontPagePath() },
    ...(section === undefined ? [] : [{ name: section, path: sectionPath(slugify(section)) }]),
    { name: article.title, path: articlePath(article.slug) },
  ]
  return {
    '@type': 'BreadcrumbList',
    itemListElement: places.map(({ name, path }, i) => ({
      '@type': 'ListItem',
      position: i + 1,
      name,
      item: absoluteUrl(siteUrl, path),
    })),
  }
}
