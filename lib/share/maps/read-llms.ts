import { readLists } from '@/lib/archive/read/list-counts'
import { readNewest } from '@/lib/archive/read/lists'
import { readPlainPages, readSite } from '@/lib/archive/read/pages'
import {
  absoluteUrl,
  articleMarkdownPath,
  feedPath,
  plainPagePath,
  sectionPath,
  sitemapPath,
} from '@/lib/site/routes'
import type { ShareContext } from '../read-context'
import { plain } from './read-markdown'

const LATEST = 20

/** https://llmstxt.org: says what the site is and where its texts are as Markdown. */
export function writeLlms({ siteUrl, now, archive }: ShareContext): string {
  const site = readSite(archive)
  const link = (name: string, path: string, note?: string) =>
    `- [${plain(name)}](${absoluteUrl(siteUrl, path)})${note ? `: ${plain(note.replace(/\s+/g, ' '))}` : ''}`
  const part = (heading: string, lines: string[]) =>
    lines.length === 0 ? [] : [`## ${heading}`, '', ...lines, '']
  return [
    `# ${plain(site.name)}`,
    '',
    ...(site.description ? [`> ${plain(site.description.replace(/\s+/g, ' '))}`, ''] : []),
    'Every article is Markdown at its address with `.md` behind it, or by `Accept: text/markdown`.',
    '',
    ...part(
      'Latest articles',
      readNewest({ limit: LATEST }, now, archive).map(({ title, slug, standfirst }) =>
        link(title, articleMarkdownPath(slug), standfirst),
      ),
    ),
    ...part(
      'Sections',
      readLists('section', now, archive).map(({ name, slug }) => link(name, sectionPath(slug))),
    ),
    ...part(
      'About',
      readPlainPages(archive).map(({ title, slug }) => link(title, plainPagePath(slug))),
    ),
    ...part('Everything', [
      link('Sitemap', sitemapPath()),
      link('Feed of full texts', feedPath('json')),
    ]),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n')
}
