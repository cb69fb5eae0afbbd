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
import type { Site } from '@/lib/site/site'
import { fill, wordsOf } from '@/lib/words/words'
import { ICON_PATH } from '../cards/icons'
import type { ShareContext } from '../read-context'
import { lastingId } from './read-feed'

/** The feed of corrections and of changes after publication. */
export function correctionsFeed(context: ShareContext): Feed {
  const { siteUrl, archive } = context
  const site = readSite(archive)
  const absolute = (path: string) => absoluteUrl(siteUrl, path)
  const words = wordsOf(site).notices
  return {
    title: `${site.name}: ${words.title}`,
    description: fill(words.about, { site: site.name }),
    home: absolute(correctionsPath()),
    self: (format) => absolute(correctionsFeedPath(format)),
    icon: absolute(ICON_PATH),
    siteName: site.name,
    lang: site.lang,
    timeZone: site.timeZone,
    entries: context.newestNotices().flatMap((notice) => entryOf(notice, site, context) ?? []),
  }
}

function entryOf(notice: Notice, site: Site, context: ShareContext): FeedEntry | undefined {
  const found = findArticle(notice.slug, context.now, context.archive)
  if (found?.state !== 'live') return undefined
  const told = telling(notice)
  const words = wordsOf(site)
  const kind = words.article.corrections[notice.kind]
  return {
    id: `${lastingId(found.article, context.siteUrl)}#${told.mark}`,
    url: absoluteUrl(context.siteUrl, told.path),
    title: fill(words.notices.titled, { kind, title: notice.title }),
    lang: notice.lang,
    standfirst: told.text,
    html: `<p>${escapeXml(told.text)}</p>`,
    published: notice.date.at,
    authors: [],
    categories: [kind],
  }
}

function telling(notice: Notice) {
  if (notice.kind === 'update') {
    const { subject, commit, slug } = notice
    const path = articleVersionPath(slug, commit)
    return { text: subject, path, mark: `update-${commit}` }
  }
  const { text, date, slug } = notice
  const name = createHash('sha256').update(`${date.at.toISOString()} ${text}`).digest('hex')
  const mark = `correction-${name.slice(0, 10)}`
  return { text, path: `${articlePath(slug)}#corrections`, mark }
}
