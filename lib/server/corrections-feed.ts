import { createHash } from 'node:crypto'
import { findArticle } from '@/lib/archive/articles'
import { readSite } from '@/lib/archive/pages'
import type { Notice } from '@/lib/history/notice'
import { readCorrections } from '@/lib/history/read-corrections'
import {
  absoluteUrl,
  articlePath,
  articleVersionPath,
  correctionsFeedPath,
  correctionsPath,
} from '@/lib/routes'
import type { Feed, FeedEntry } from '@/lib/share/feed'
import { ICON_PATH } from '@/lib/share/icons'
import type { ShareContext } from '@/lib/share/read-context'
import { lastingId } from '@/lib/share/read-feed'
import { escapeXml } from '@/lib/share/xml'

/** What lib/history tells, in the form of lib/share: the feed of what was put right or changed after publication. */
export function correctionsFeed(context: ShareContext, read = readCorrections): Feed {
  const { siteUrl, now, archive } = context
  const site = readSite(archive)
  const absolute = (path: string) => absoluteUrl(siteUrl, path)
  const notices = read(1, now)?.notices ?? []
  return {
    title: `${site.name}: Corrections and updates`,
    description: `What ${site.name} has put right or changed after publication.`,
    home: absolute(correctionsPath()),
    self: {
      rss: absolute(correctionsFeedPath('rss')),
      atom: absolute(correctionsFeedPath('atom')),
      json: absolute(correctionsFeedPath('json')),
    },
    icon: absolute(ICON_PATH),
    siteName: site.name,
    lang: site.lang,
    timeZone: site.timeZone,
    entries: notices.flatMap((notice) => entryOf(notice, site.lang, context) ?? []),
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
