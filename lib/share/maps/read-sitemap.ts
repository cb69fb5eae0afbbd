import { setImmediate as breathe } from 'node:timers/promises'
import { countArticles, readArticleTimes } from '@/lib/archive/read/article-times'
import { readCorrected } from '@/lib/archive/read/corrected'
import { readLists } from '@/lib/archive/read/list-counts'
import { readNewest } from '@/lib/archive/read/lists'
import { readPlainPages, readSite } from '@/lib/archive/read/pages'
import { readStoriesInLanguages } from '@/lib/archive/read/translations'
import { lastChange, timestamp } from '@/lib/feeds/timestamps'
import { reportValidUntil } from '@/lib/running/report'
import {
  absoluteUrl,
  archivePath,
  articlePath,
  articlesSitemapPath,
  authorsPath,
  correctionsPath,
  frontPagePath,
  listPath,
  pagesSitemapPath,
  plainPagePath,
  sectionsPath,
  tagsPath,
} from '@/lib/site/routes'
import type { ShareContext } from '../read-context'
import { type SitemapEntry, writeNewsSitemap, writeSitemap, writeSitemapIndex } from './sitemap'

/** The standard allows 50,000; this many can be read and written without delaying other requests. */
const PART_LENGTH = 2_000
/** The standard's limit for the addresses in one part. */
const MOST_ADDRESSES = 50_000

export const NEWS_DAYS = 2
/** Google reads no more of a news sitemap. */
const NEWS_LENGTH = 1_000

const rangeOf = (part: number) => ({ offset: (part - 1) * PART_LENGTH, limit: PART_LENGTH })

export async function sitemapIndex(context: ShareContext): Promise<string> {
  const { siteUrl, now, archive } = context
  const { timeZone } = readSite(archive)
  const parts = Math.ceil(countArticles(now, archive) / PART_LENGTH)
  const entries: SitemapEntry[] = inParts(pagePaths(context)).map((_, i) => ({
    url: absoluteUrl(siteUrl, pagesSitemapPath(i + 1)),
  }))
  for (let part = 1; part <= parts; part++) {
    const times = lastChanges(part, context).map(({ changed }) => changed.getTime())
    if (times.length > 0) {
      const changed = timestamp(new Date(Math.max(...times)), timeZone)
      entries.push({ url: absoluteUrl(siteUrl, articlesSitemapPath(part)), changed })
    }
    // Other requests get their turn between two parts.
    await breathe()
  }
  return writeSitemapIndex(entries)
}

/** One part of the articles; undefined for a part that doesn't exist, or that has only stories of other publishers. */
export function articlesSitemap(part: number, context: ShareContext): string | undefined {
  const { siteUrl, now, archive } = context
  if (part < 1 || part > Math.ceil(countArticles(now, archive) / PART_LENGTH)) return undefined
  const { timeZone } = readSite(archive)
  const articles = lastChanges(part, context)
  if (articles.length === 0) return undefined
  const stories = readStoriesInLanguages(now, archive)
  return writeSitemap(
    articles.map(({ slug, changed }) => ({
      url: absoluteUrl(siteUrl, articlePath(slug)),
      changed: timestamp(changed, timeZone),
      languages: stories.get(slug)?.map((each) => ({
        lang: each.lang,
        url: absoluteUrl(siteUrl, articlePath(each.slug)),
      })),
    })),
  )
}

/** The last change of each article in a part: by its front matter, its corrections, or git. */
function lastChanges(part: number, { now, archive, changesInHistory }: ShareContext) {
  const articles = readArticleTimes(rangeOf(part), now, archive)
  const inHistory = changesInHistory(articles.map(({ path }) => path))
  const corrected = new Map(
    readCorrected(now, archive).map(({ slug, corrections }) => [slug, corrections]),
  )
  return articles.map(({ slug, path, published, updated }) => {
    const dated = { published: { at: published }, updated: { at: updated } }
    const corrections = corrected.get(slug) ?? []
    return {
      slug,
      changed: lastChange({ ...dated, corrections }, inHistory.get(path)) ?? published,
    }
  })
}

/** One part of the front page, plain pages and lists; undefined for a part that doesn't exist. */
export function pagesSitemap(part: number, context: ShareContext): string | undefined {
  const paths = inParts(pagePaths(context))[part - 1]
  return paths && writeSitemap(paths.map((path) => ({ url: absoluteUrl(context.siteUrl, path) })))
}

function pagePaths({ now, archive }: ShareContext): string[] {
  const lists = (['section', 'source', 'author', 'tag'] as const).flatMap((kind) =>
    readLists(kind, now, archive).map(({ slug }) => listPath(kind, slug)),
  )
  const pages = readPlainPages(archive).map(({ slug }) => plainPagePath(slug))
  const indexes = [tagsPath(), sectionsPath(), authorsPath(), archivePath()]
  return [frontPagePath(), ...pages, correctionsPath(), ...indexes, ...lists]
}

/** Splits addresses where a part would exceed the standard's limit. */
export function inParts<T>(all: readonly T[], most = MOST_ADDRESSES): T[][] {
  const parts = Math.ceil(all.length / most)
  return Array.from({ length: parts }, (_, i) => all.slice(i * most, (i + 1) * most))
}

const DAY_MS = 86_400_000

/** The stories of the last two days; out of date when the oldest of them leaves that span. */
export function newsSitemap({ siteUrl, now, archive }: ShareContext): string {
  const site = readSite(archive)
  const since = now.getTime() - NEWS_DAYS * DAY_MS
  const newest = readNewest({ limit: NEWS_LENGTH, since, everyLanguage: true }, now, archive)
  const oldest = newest.at(-1)
  if (oldest) reportValidUntil(new Date(oldest.published.at.getTime() + NEWS_DAYS * DAY_MS))
  const entries = newest
    .filter(({ canonical }) => canonical === undefined)
    .map(({ slug, title, published, lang }) => ({
      url: absoluteUrl(siteUrl, articlePath(slug)),
      title,
      published: timestamp(published.at, site.timeZone),
      lang,
    }))
  return writeNewsSitemap(entries, site.name, absoluteUrl(siteUrl, frontPagePath()))
}
