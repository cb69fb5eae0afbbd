/** Every address of the site. A slug or name is encoded here and nowhere else. */

const segment = (value: string) => encodeURIComponent(value)
const paged = (path: string, page: number) => (page > 1 ? `${path}?page=${page}` : path)

export const frontPagePath = (page = 1) => (page > 1 ? `/page/${page}` : '/')
export const articlePath = (slug: string) => `/articles/${segment(slug)}`
export const articleHistoryPath = (slug: string) => `${articlePath(slug)}/history`
export const articleMarkdownPath = (slug: string) => `${articlePath(slug)}.md`
export const sentencePath = (slug: string, id: string) => `${articlePath(slug)}#${id}`
export const tagsPath = () => '/tags'
export const tagPath = (tag: string, page = 1) => paged(`/tags/${segment(tag)}`, page)
export const sourcePath = (source: string, page = 1) => paged(`/sources/${segment(source)}`, page)
export const authorPath = (author: string, page = 1) => paged(`/authors/${segment(author)}`, page)
export const sectionPath = (section: string, page = 1) =>
  paged(`/sections/${segment(section)}`, page)
export const plainPagePath = (slug: string) => `/${segment(slug)}`
export const mediaPath = (src: string) => `/media/${src.split('/').map(segment).join('/')}`
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
