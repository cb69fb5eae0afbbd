/** Every address of the site. A slug or name is encoded here and nowhere else. */

const segment = (value: string) => encodeURIComponent(value)
const paged = (path: string, page: number) => (page > 1 ? `${path}?page=${page}` : path)

export const frontPagePath = (page = 1) => (page > 1 ? `/page/${page}` : '/')
export const articlePath = (slug: string) => `/articles/${segment(slug)}`
export const articleHistoryPath = (slug: string) => `${articlePath(slug)}/history`
export const articleMarkdownPath = (slug: string) => `${articlePath(slug)}.md`
export const sentencePath = (slug: string, id: string) => `${articlePath(slug)}#${id}`
export const tagsPath = () => '/tags'

/** The page of a tag, source, author or section, by its slug. */
export function listPath(
  kind: 'tag' | 'source' | 'author' | 'section',
  slug: string,
  page = 1,
): string {
  return paged(`/${kind}s/${segment(slug)}`, page)
}
export const tagPath = (slug: string) => listPath('tag', slug)
export const sourcePath = (slug: string) => listPath('source', slug)
export const authorPath = (slug: string) => listPath('author', slug)
export const sectionPath = (slug: string) => listPath('section', slug)

export const plainPagePath = (slug: string) => `/${segment(slug)}`
/** Of an image's path below the content folder: `media/harbour.jpg` or `articles/2025/harbour.jpg`. */
export const mediaPath = (path: string) =>
  `/media/${path
    .replace(/^media\//, '')
    .split('/')
    .map(segment)
    .join('/')}`
export const searchPath = (query?: string) => (query ? `/search?q=${segment(query)}` : '/search')
export const askPath = (question?: string) => (question ? `/ask?q=${segment(question)}` : '/ask')
export const commentPath = (id: string) => `/c/${segment(id)}`

/** The absolute form of a path of this site, from SITE_URL and never from a request's Host. */
export const absoluteUrl = (siteUrl: string, path: string) => new URL(path, siteUrl).href

/** First segments that a slug of a plain page, or any article slug, must not take. */
export const RESERVED_SLUGS = new Set([
  'api',
  '_next',
  'articles',
  'page',
  'tags',
  'sources',
  'authors',
  'sections',
  'media',
  'search',
  'ask',
  'c',
  'moderate',
  'status',
  'healthz',
  'readyz',
  'feeds',
  'feed',
  'atom',
  'sitemap',
  'news-sitemap',
  'robots',
  'llms',
  'opensearch',
  'oembed',
  'corrections',
  'assets',
  'share',
  'preview',
  'favicon',
  'manifest',
])
