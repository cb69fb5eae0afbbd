import { element, textElement, type Xml, xmlDocument } from '@/lib/feeds/xml'

/** https://www.sitemaps.org/protocol.html and Google's extension for news. */
const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const XHTML = 'http://www.w3.org/1999/xhtml'
const NEWS = 'http://www.google.com/schemas/sitemap-news/0.9'

/** `languages` are the addresses of a story in all its languages, its own among them. */
export type SitemapEntry = {
  url: string
  changed?: string | undefined
  languages?: readonly { lang: string; url: string }[] | undefined
}

export function writeSitemap(entries: readonly SitemapEntry[]): string {
  const hasLanguages = entries.some(({ languages }) => languages !== undefined)
  return xmlDocument(
    element(
      'urlset',
      { xmlns: SITEMAP, ...(hasLanguages && { 'xmlns:xhtml': XHTML }) },
      entries.map((entry) => place('url', entry)),
    ),
  )
}

export function writeSitemapIndex(parts: readonly SitemapEntry[]): string {
  return xmlDocument(
    element(
      'sitemapindex',
      { xmlns: SITEMAP },
      parts.map((part) => place('sitemap', part)),
    ),
  )
}

const place = (name: string, { url, changed, languages = [] }: SitemapEntry): Xml =>
  element(
    name,
    {},
    textElement('loc', url),
    textElement('lastmod', changed),
    languages.map((each) =>
      element('xhtml:link', { rel: 'alternate', hreflang: each.lang, href: each.url }),
    ),
  )

export type NewsEntry = { url: string; title: string; published: string; lang: string }

/**
 * When there is no news, it lists `home` without the news elements: an empty sitemap isn't valid, and Google accepts
 * addresses without them as ordinary ones
 * (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap).
 */
export function writeNewsSitemap(
  entries: readonly NewsEntry[],
  publication: string,
  home: string,
): string {
  const story = ({ url, title, published, lang }: NewsEntry) =>
    element(
      'url',
      {},
      textElement('loc', url),
      element(
        'news:news',
        {},
        element(
          'news:publication',
          {},
          textElement('news:name', publication),
          textElement('news:language', newsLanguage(lang)),
        ),
        textElement('news:publication_date', published),
        textElement('news:title', title),
      ),
    )
  const urls = entries.length > 0 ? entries.map(story) : place('url', { url: home })
  return xmlDocument(element('urlset', { xmlns: SITEMAP, 'xmlns:news': NEWS }, urls))
}

/** Google requires ISO 639: two or three letters, and two variants only for Chinese. */
function newsLanguage(lang: string): string {
  const { language, script } = new Intl.Locale(lang).maximize()
  if (language !== 'zh') return language
  return script === 'Hant' ? 'zh-tw' : 'zh-cn'
}
