/** An address of the site; `:name` matches one segment. */
export type Route = {
  path: string
  /**
   * The query parameters that lead to another page, each with a pattern for its value. Others never reach a page or split
   * the cache.
   */
  query?: Record<string, RegExp>
  /** False where each reader may get another answer, so that the page cache keeps none. */
  shared?: false
  /** For an address that readers may guess: the address to which it redirects. */
  leadsTo?: string
}

const PAGE_NUMBER = /^\d{1,6}$/
const ANY = /^/
/** A slug, which is a file's name. */
const SLUG = /^.{1,255}$/

/** Every page and endpoint, at least by its first segment. A new address needs a row here. */
export const ROUTES: readonly Route[] = [
  // A post's number on WordPress, which an alias may name: see `findNumbered` of lib/server/pages/page-source.ts.
  { path: '/', query: { p: /^[1-9]\d{0,9}$/ } },
  { path: '/page/:number' },
  {
    path: '/articles/:slug',
    query: {
      // A value that isn't a number is a page that doesn't exist, and is answered as such.
      comments: /^.{1,64}$/,
      replytocom: /^[\w-]{1,64}$/,
      mine: /^[0-9a-z]{17}\.[\w-]{43}$/,
    },
  },
  { path: '/articles/:slug/history' },
  { path: '/articles/:slug/history/:version' },
  { path: '/tags', query: { by: /^use$/ } },
  { path: '/tags/:tag', query: { page: PAGE_NUMBER } },
  { path: '/sources/:source', query: { page: PAGE_NUMBER } },
  { path: '/authors/:author', query: { page: PAGE_NUMBER } },
  { path: '/sections/:section', query: { page: PAGE_NUMBER } },
  { path: '/sections' },
  { path: '/authors' },
  { path: '/archive' },
  { path: '/archive/:year' },
  { path: '/archive/:year/:month' },
  { path: '/archive/:year/:month/:day' },
  { path: '/latest', leadsTo: '/' },
  { path: '/rss', leadsTo: '/feed.xml' },
  { path: '/feed', leadsTo: '/feed.xml' },
  { path: '/corrections', query: { page: PAGE_NUMBER } },
  { path: '/feeds' },
  {
    path: '/search',
    query: {
      q: ANY,
      page: PAGE_NUMBER,
      in: SLUG,
      since: /^(?:day|week|month|year)$/,
      order: /^new$/,
    },
    shared: false,
  },
  { path: '/ask', query: { q: ANY, article: SLUG }, shared: false },
  {
    path: '/report',
    query: { on: /^[\w-]{1,32}$/, article: SLUG, q: ANY, sent: /^1$/ },
    shared: false,
  },
  {
    path: '/oembed',
    query: { url: ANY, format: /^\w{1,8}$/, maxwidth: PAGE_NUMBER, maxheight: PAGE_NUMBER },
    shared: false,
  },
  ...['/api', '/c', '/moderate', '/preview', '/status', '/healthz', '/readyz'].map((path) => ({
    path,
  })),
  ...['/media', '/share', '/assets', '/_next', '/views'].map((path) => ({ path })),
  ...['/feed.xml', '/atom.xml', '/sitemap.xml', '/news-sitemap.xml'].map((path) => ({ path })),
  ...['/robots.txt', '/llms.txt', '/opensearch.xml'].map((path) => ({ path })),
  ...['/manifest.webmanifest', '/favicon.ico', '/feed-words.css'].map((path) => ({ path })),
]

const queries = ROUTES.flatMap(({ path, query }) => {
  const pattern = path.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')
  return query === undefined ? [] : [{ query, pattern: new RegExp(`^${pattern}$`) }]
})

/** The query parameters of a decoded path; undefined if it takes none. */
export const queryOf = (pathname: string): Route['query'] =>
  queries.find(({ pattern }) => pattern.test(pathname))?.query

const unshared = new Set(ROUTES.filter(({ shared }) => shared === false).map(({ path }) => path))

/** Whether every reader gets the same page at this decoded path. */
export const isShared = (pathname: string): boolean => !unshared.has(pathname)

const leads = new Map(ROUTES.flatMap(({ path, leadsTo }) => (leadsTo ? [[path, leadsTo]] : [])))

/** The target of a decoded path that redirects. */
export const leadsTo = (pathname: string): string | undefined => leads.get(pathname)

/** The first segment of a path without its extension: no plain page may have this name. */
export const firstName = (path: string): string =>
  (path.split('/')[1] ?? '').replace(/\.[a-z]+$/, '')

/** Slugs that neither a plain page nor an article may have. */
export const RESERVED_SLUGS: ReadonlySet<string> = new Set(
  ROUTES.map(({ path }) => firstName(path)).filter((name) => name !== ''),
)
