import { createHash } from 'node:crypto'
import { findArticle } from '@/lib/archive/read/articles'
import { readSite } from '@/lib/archive/read/pages'
import type { Notice } from '@/lib/article/notice'
import type { Feed, FeedEntry } from '@/lib/feeds/feed'
import { escapeXml } from '@/lib/feeds/xml'
import {
  absoluteUrl,
  articlePath,
  articleVersionPath,
  correctionsFeedPath,
  correctionsPath,
} from '@/lib/site/routes'
import { iconOf } from '../cards/icons'
import type { ShareContext } from '../read-context'
import { lastingId } from './read-feed'

/** The feed of corrections and of changes after publication. */
export function correctionsFeed(context: ShareContext): Feed {
  const { siteUrl, archive } = context
  const site = readSite(archive)
  const absolute = (path: string) => absoluteUrl(siteUrl, path)
  return {
    title: `${site.name}: Corrections and updates`,
    description: `What ${site.name} has put right or changed after publication.`,
    home: absolute(correctionsPath()),
    self: (format) => absolute(correctionsFeedPath(format)),
    icon: absolute(iconOf(site)),
    siteName: site.name,
    lang: site.lang,
    timeZone: site.timeZone,
    entries: context.newestNotices().flatMap((notice) => entryOf(notice, site.lang, context) ?? []),
  }
}

function entryOf(notice: Notice, lang: string, context: ShareContext): FeedEntry | undefined {
  const found = findArticle(notice.slug, context.now, context.archive)
  if (found?.state !== 'live') return undefined
  const told = telling(notice)
  return {
    id: `${lastingId(found.article, context.siteUrl)}#${told.mark}`,
    url: absoluteUrl(context.siteUrl, told.path),
    title: `${told.kind}: ${notice.title}`,
    lang: notice.lang ?? lang,
    standfirst: told.text,
    html: `<p>${escapeXml(told.text)}</p>`,
    published: notice.date.at,
    authors: [],
    categories: [told.kind],
  }
}

function telling(notice: Notice) {
  if (notice.kind === 'update') {
    const { subject, commit, slug } = notice
    const path = articleVersionPath(slug, commit)
    return { kind: 'Update', text: subject, path, mark: `update-${commit}` }
  }
  const { text, date, slug } = notice
  const name = createHash('sha256').update(`${date.at.toISOString()} ${text}`).digest('hex')
  const mark = `correction-${name.slice(0, 10)}`
  return { kind: 'Correction', text, path: `${articlePath(slug)}#corrections`, mark }
}
