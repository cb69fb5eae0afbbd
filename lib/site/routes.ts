/** Every address of the site. Slugs and names are encoded only here. */

const segment = (value: string) => encodeURIComponent(value)
const paged = (path: string, page: number) => (page > 1 ? `${path}?page=${page}` : path)

export const frontPagePath = (page = 1) => (page > 1 ? `/page/${page}` : '/')
export const articlePath = (slug: string) => `/articles/${segment(slug)}`
/** The slug of the article whose page has this address; undefined for every other address. */
export function slugOfArticle(address: string): string | undefined {
  const [, encoded] = /^\/articles\/([^/?]+)(?:\?|$)/.exec(address) ?? []
  return encoded === undefined ? undefined : decodeURIComponent(encoded)
}
export const articleHistoryPath = (slug: string) => `${articlePath(slug)}/history`
/** The version that a commit brought, and what it changed; `commit` is the short form of lib/history. */
export const articleVersionPath = (slug: string, commit: string) =>
  `${articleHistoryPath(slug)}/${segment(commit)}`
export const articleMarkdownPath = (slug: string) => `${articlePath(slug)}.md`
export const sentencePath = (slug: string, id: string) => `${articlePath(slug)}#${id}`
export const correctionsPath = (page = 1) => paged('/corrections', page)
/** All tags, by first letter or by number of stories. */
export const tagsPath = (by: 'letter' | 'use' = 'letter') =>
  by === 'use' ? '/tags?by=use' : '/tags'

export const sectionsPath = () => '/sections'
export const authorsPath = () => '/authors'
/** All stories by date: the years, a year, a month or a day (`2026-11-29`, or the start of it). */
export const archivePath = (date?: string) =>
  date === undefined ? '/archive' : `/archive/${date.replaceAll('-', '/')}`

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

/** A list, by the parts of its address. */
export type ListName = { kind: 'tag' | 'source' | 'author' | 'section'; slug: string }

/**
 * Every feed format: its name for readers, its file below the page that it belongs to, its media type. lib/feeds/writers.ts
 * writes them.
 */
export const FEEDS = {
  rss: { name: 'RSS', file: 'feed.xml', type: 'application/rss+xml' },
  atom: { name: 'Atom', file: 'atom.xml', type: 'application/atom+xml' },
  json: { name: 'JSON', file: 'feed.json', type: 'application/feed+json' },
} satisfies Record<string, { name: string; file: string; type: string }>
export type FeedFormat = keyof typeof FEEDS
export const FEED_FORMATS = Object.keys(FEEDS).filter((name): name is FeedFormat => name in FEEDS)
/** The feed of the whole site, or of one list. */
export function feedPath(format: FeedFormat, list?: ListName): string {
  return `${list ? listPath(list.kind, list.slug) : ''}/${FEEDS[format].file}`
}
export const correctionsFeedPath = (format: FeedFormat) =>
  `${correctionsPath()}/${FEEDS[format].file}`
/** Explains a feed to a person who opens it in a browser. */
export const feedWordsPath = () => '/feed-words.css'
export const feedsPath = () => '/feeds'
export const sitemapPath = () => '/sitemap.xml'
/** A part of the sitemap of pages and lists, counted from 1: nearly every site has only one. */
export const pagesSitemapPath = (part = 1) =>
  part === 1 ? '/sitemap-pages.xml' : `/sitemap-pages-${part}.xml`
/** A part of the sitemap of articles, counted from 1. */
export const articlesSitemapPath = (part: number) => `/sitemap-articles-${part}.xml`
export const newsSitemapPath = () => '/news-sitemap.xml'
export const openSearchPath = () => '/opensearch.xml'
export const manifestPath = () => '/manifest.webmanifest'
/** Tells programs about the page at this absolute address, so that they can show it elsewhere. */
export const oembedPath = (url: string, format: 'json' | 'xml' = 'json') =>
  `/oembed?url=${segment(url)}${format === 'xml' ? '&format=xml' : ''}`

/**
 * The image that represents an article, a list or the site elsewhere; `version` identifies the drawing. An article's
 * photograph has a `shape`: `share`, or the name of a ratio.
 */
export function shareImagePath(
  of: { article?: string; shape?: string; list?: ListName },
  version: string,
): string {
  const { article, shape, list } = of
  if (article !== undefined && shape !== undefined)
    return `/share/${segment(article)}-${version}${shape === 'share' ? '' : `-${shape}`}.jpg`
  if (list) return `/share/${list.kind}s/${segment(list.slug)}-${version}.png`
  return article === undefined
    ? `/share/site/${version}.png`
    : `/share/${segment(article)}-${version}.png`
}

export const plainPagePath = (slug: string) => `/${segment(slug)}`
/** By the image's path below the content folder: `media/harbour.jpg` or `articles/2025/harbour.jpg`. */
export const mediaPath = (path: string) =>
  `/media/${path
    .replace(/^media\//, '')
    .split('/')
    .map(segment)
    .join('/')}`
/** The same image in a width and a format; `version` identifies its content, so that it may be cached for good. */
export function mediaVariantPath(
  path: string,
  { version, width, ending }: { version: string; width: number; ending: string },
): string {
  return `${mediaPath(path)}/${version}-${width}.${ending}`
}
/** The filters of the search form: a section's slug, stories since a day, the newest first. */
export type SearchNarrowing = {
  in?: string
  since?: 'day' | 'week' | 'month' | 'year'
  order?: 'new'
}
export function searchPath(query?: string, page = 1, narrowing: SearchNarrowing = {}): string {
  const parameters = Object.entries({
    ...(query && { q: query }),
    ...narrowing,
    ...(page > 1 && { page: String(page) }),
  }).map(([name, value]) => `${name}=${segment(value)}`)
  return parameters.length > 0 ? `/search?${parameters.join('&')}` : '/search'
}
/** Answers `?q=` with matching names and headlines, as JSON. */
export const suggestPath = () => '/api/suggest'
/** Answers from the archive; with an article's slug, from that article first. */
export const askPath = (question?: string, article?: string) => {
  if (!question) return '/ask'
  return `/ask?q=${segment(question)}${article ? `&article=${segment(article)}` : ''}`
}
/** How key points, answers and suggestions are made. */
export const aboutAiPath = () => '/about/ai'
/** The form for reporting a mistake in what a program has chosen. */
export function reportPath(on: {
  feature: 'key-points' | 'story' | 'answers'
  article?: string | undefined
  question?: string | undefined
}): string {
  const query = new URLSearchParams({ on: on.feature })
  if (on.article) query.set('article', on.article)
  if (on.question) query.set('q', on.question)
  return `/report?${query}`
}
/** Thanks a reader for a report and leads back to that article. */
export const reportedPath = (article: string) =>
  `/report?${new URLSearchParams({ sent: '1', ...(article && { article }) })}`
export const postReportPath = () => '/api/reports'
export const decideReportPath = () => '/moderate/decide-report'
export const commentPath = (id: string) => `/c/${segment(id)}`
export const postCommentPath = () => '/api/comments'
/** A page of an article's comments; `anchor` is `comments`, `respond` or `comment-<id>`. */
export function articleCommentsPath(
  slug: string,
  page: number,
  anchor: string,
  query: { replytocom?: string; mine?: string } = {},
): string {
  const parameters = new URLSearchParams(page > 1 ? { comments: String(page) } : {})
  for (const [name, value] of Object.entries(query)) parameters.set(name, value)
  const search = parameters.size > 0 ? `?${parameters}` : ''
  return `${articlePath(slug)}${search}#${anchor}`
}
/** An article's newest comments, for feed readers. */
export const commentsFeedPath = (slug: string) => `${articlePath(slug)}/comments.xml`
/** For the writer of a comment: the page to edit and delete it. */
export const ownCommentPath = (id: string, key: string) =>
  `${commentPath(id)}/yours?key=${segment(key)}`
export const editCommentPath = (id: string) => `${commentPath(id)}/edit`
export const deleteCommentPath = (id: string) => `${commentPath(id)}/delete`
export const moderatePath = (show?: string) =>
  show ? `/moderate?show=${segment(show)}` : '/moderate'
export const decidePath = () => '/moderate/decide'
export const signInPath = () => '/moderate/sign-in'
export const signInLinkPath = (token: string) => `/moderate/sign-in?link=${segment(token)}`
export const signOutPath = () => '/moderate/sign-out'
export const publishPath = () => '/api/publish'
export const statusPath = () => '/status'
/** An unpublished article, for those who have the signature. */
export function previewPath(slug: string, query: { expires: string; signature: string }): string {
  return `/preview/${segment(slug)}?${new URLSearchParams(query)}`
}
/** A prefix for the addresses of a preview's images, which only the preview's readers may see. */
export function previewImagesPath(
  slug: string,
  { expires, signature }: { expires: string; signature: string },
): string {
  return `/preview/${segment(slug)}/${segment(`${expires}.${signature}`)}`
}
/** Internal: an editors' page, shown once. */
export const editorViewPath = (token: string) => `/views/editors/${segment(token)}`
/** Internal: the answer to a form, shown once. Nobody outside can request it. */
export const viewPath = (token: string) => `/views/${segment(token)}`

/** The absolute form of a path of this site, always from SITE_URL and never from a request's Host. */
export const absoluteUrl = (siteUrl: string, path: string) => new URL(path, siteUrl).href
