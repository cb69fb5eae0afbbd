import { absoluteUrl, newsSitemapPath, sitemapPath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'

/** Answers for one reader, and forms: nothing that a search engine could show. */
const NOT_FOR_ROBOTS = ['/search?', '/ask?', '/api/', '/c/', '/moderate', '/preview/']

const SIGNALS = [
  ['search', 'search'],
  ['aiInput', 'ai-input'],
  ['aiTrain', 'ai-train'],
] as const

/** RFC 9309, and if site.yaml says so, what programs may do with the texts (https://contentsignals.org). */
export function writeRobots(site: Pick<Site, 'contentSignal'>, siteUrl: string): string {
  const signals = SIGNALS.flatMap(([field, name]) => {
    const allowed = site.contentSignal?.[field]
    return allowed === undefined ? [] : [`${name}=${allowed ? 'yes' : 'no'}`]
  })
  return `${[
    'User-agent: *',
    ...(signals.length === 0 ? [] : [`Content-Signal: ${signals.join(', ')}`]),
    ...NOT_FOR_ROBOTS.map((path) => `Disallow: ${path}`),
    'Allow: /',
    '',
    `Sitemap: ${absoluteUrl(siteUrl, sitemapPath())}`,
    `Sitemap: ${absoluteUrl(siteUrl, newsSitemapPath())}`,
  ].join('\n')}\n`
}
