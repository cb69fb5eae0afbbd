import { setImmediate as breathe } from 'node:timers/promises'
import { countArticles, readArticleTimes, readLastUpdate } from '@/lib/archive/article-times'
import { readListNames } from '@/lib/archive/list-names'
import { readNewest } from '@/lib/archive/lists'
import { readPlainPages, readSite } from '@/lib/archive/pages'
import { reportValidUntil } from '@/lib/archive/report'
import {
  absoluteUrl,
  articlePath,
  articlesSitemapPath,
  correctionsPath,
  frontPagePath,
  listPath,
  pagesSitemapPath,
  plainPagePath,
  tagsPath,
} from '@/lib/routes'
import type { ShareContext } from './read-context'
import { writeNewsSitemap, writeSitemap, writeSitemapIndex } from './sitemap'
import { timestamp } from './timestamps'

/** The standard allows 50,000; a tenth of that is read and written without holding anybody up. */
const PART_LENGTH = 5_000
/** Addresses in one part at most, says the standard. */
const MOST_ADDRESSES = 50_000

export const NEWS_DAYS = 2
/** Google reads no more of a news sitemap. */
const NEWS_LENGTH = 1_000

const rangeOf = (part: number) => ({ offset: (part - 1) * PART_LENGTH, limit: PART_LENGTH })

export async function sitemapIndex({ siteUrl, now, archive }: ShareContext): Promise<string> {
  const { timeZone } = readSite(archive)
  const parts = Math.ceil(countArticles(now, archive) / PART_LENGTH)
  const entries: { url: string; changed?: string | undefined }[] = [
    { url: absoluteUrl(siteUrl, pagesSitemapPath()) },
  ]
  for (let part = 1; part <= parts; part++) {
    const at = readLastUpdate(rangeOf(part), now, archive)
    const changed = at && timestamp(at, timeZone)
    entries.push({ url: absoluteUrl(siteUrl, articlesSitemapPath(part)), changed })
    // Others get their turn between two parts.
    await breathe()
  }
  return writeSitemapIndex(entries)
}

/** One part of the articles; undefined for a part that isn't there. */
export function articlesSitemap(
  part: number,
  { siteUrl, now, archive }: ShareContext,
): string | undefined {
  if (part < 1 || part > Math.ceil(countArticles(now, archive) / PART_LENGTH)) return undefined
  const { timeZone } = readSite(archive)
  const articles = readArticleTimes(rangeOf(part), now, archive)
  return writeSitemap(
    articles.map(({ slug, updated }) => ({
      url: absoluteUrl(siteUrl, articlePath(slug)),
      changed: timestamp(updated, timeZone),
    })),
  )
}

/** The front page, plain pages and lists. */
export function pagesSitemap({ siteUrl, now, archive }: ShareContext): string {
  const lists = (['section', 'source', 'author', 'tag'] as const).flatMap((kind) =>
    readListNames(kind, now, archive).map(({ slug }) => listPath(kind, slug)),
  )
  const pages = readPlainPages(archive).map(({ slug }) => plainPagePath(slug))
  const paths = [frontPagePath(), ...pages, correctionsPath(), tagsPath(), ...lists]
  return writeSitemap(
    paths.slice(0, MOST_ADDRESSES).map((path) => ({ url: absoluteUrl(siteUrl, path) })),
  )
}

const DAY_MS = 86_400_000

/** The stories of the last two days; it is out of date when the oldest of them is. */
export function newsSitemap({ siteUrl, now, archive }: ShareContext): string {
  const site = readSite(archive)
  const since = now.getTime() - NEWS_DAYS * DAY_MS
  const newest = readNewest({ limit: NEWS_LENGTH, since }, now, archive)
  const oldest = newest.at(-1)
  if (oldest) reportValidUntil(new Date(oldest.published.at.getTime() + NEWS_DAYS * DAY_MS))
  const entries = newest
    .filter(({ canonical }) => canonical === undefined)
    .map(({ slug, title, published, lang }) => ({
      url: absoluteUrl(siteUrl, articlePath(slug)),
      title,
      published: timestamp(published.at, site.timeZone),
      lang: lang ?? site.lang,
    }))
  return writeNewsSitemap(entries, site.name)
}
