import * as z from 'zod'
import type { Article, ArticleSummary, Withdrawal } from '@/lib/article/article'
import { shownSummary, shownText } from '@/lib/article/shown'
import { reportCacheTags } from '@/lib/running/report'
import { aliasTag, articleTag, summaryTag } from '../cache-tags'
import { type Archive, theArchive } from '../open'
import { reportNextChange } from '../report-next-change'
import { fieldsColumn, summaryColumn } from '../stored'
import { seen } from '../visibility'
import { readStoredSite } from '../write/store-site'

export type FoundArticle =
  | { state: 'live'; article: Article; summary: ArticleSummary }
  | { state: 'moved'; slug: string }
  | { state: 'withdrawn'; slug: string; title: string; withdrawn: Withdrawal }

const found = z.object({
  due: z.number(),
  expires: z.number(),
  visible: z.number(),
  inTime: z.number(),
  summary: summaryColumn,
  fields: fieldsColumn,
  body: z.string(),
})

/**
 * The article at `/articles/<slug>` now; undefined when readers may not know of it. The summary has the punctuation that
 * readers see, the article that of its file (`shownArticle`).
 */
export function findArticle(
  slug: string,
  now: Date,
  archive: Archive = theArchive(),
): FoundArticle | undefined {
  const asked = slug.normalize('NFC')
  reportCacheTags(articleTag(asked))
  const row = archive.rows.one(
    found,
    `SELECT a.due, a.expires, (${seen.articles('a')}) AS visible, (${seen.inTime('a')}) AS inTime,
       a.summary, b.fields, b.body
     FROM articles a JOIN bodies b ON b.id = a.id WHERE a.slug = :slug`,
    { slug: asked, now: now.getTime() },
  )
  if (row === undefined) return findMoved(asked, now, archive)
  reportNextChange(row, now)
  const { fields, body } = row
  const site = readStoredSite(archive.rows)
  if (row.visible === 1) {
    const summary = shownSummary(row.summary, site)
    return { state: 'live', article: { ...fields, body }, summary }
  }
  if (row.inTime === 0 || fields.draft || fields.withdrawn === undefined) return undefined
  const title = shownText(fields.title, site, fields.lang)
  return { state: 'withdrawn', slug: asked, title, withdrawn: fields.withdrawn }
}

const standing = z.object({
  due: z.number(),
  expires: z.number(),
  visible: z.number(),
  withdrawn: z.number(),
})

/** The state and slug that findArticle would find at `/articles/<slug>`, without reading the article. */
export function findStanding(
  slug: string,
  now: Date,
  archive: Archive = theArchive(),
): { state: FoundArticle['state']; slug: string } | undefined {
  const asked = slug.normalize('NFC')
  reportCacheTags(articleTag(asked))
  const row = archive.rows.one(
    standing,
    `SELECT a.due, a.expires, (${seen.articles('a')}) AS visible,
       (a.withdrawn = 1 AND ${seen.inTime('a')}) AS withdrawn
     FROM articles a WHERE a.slug = :slug`,
    { slug: asked, now: now.getTime() },
  )
  if (row === undefined) return findMoved(asked, now, archive)
  reportNextChange(row, now)
  if (row.visible === 1) return { state: 'live', slug: asked }
  return row.withdrawn === 1 ? { state: 'withdrawn', slug: asked } : undefined
}

function findMoved(slug: string, now: Date, archive: Archive) {
  const target = findAlias(`/articles/${slug}`, now, archive)
  return target === undefined ? undefined : { state: 'moved' as const, slug: target }
}

const target = z.object({
  slug: z.string(),
  due: z.number(),
  expires: z.number(),
  shown: z.number(),
})

/** The slug of the article that used to have this path on the site (`/2019/old-name`). */
export function findAlias(
  path: string,
  now: Date,
  archive: Archive = theArchive(),
): string | undefined {
  const asked = path.normalize('NFC')
  reportCacheTags(aliasTag(asked))
  const row = archive.rows.one(
    target,
    `SELECT a.slug, a.due, a.expires,
       (${seen.articles('a')}) OR (a.withdrawn = 1 AND ${seen.inTime('a')}) AS shown
     FROM aliases JOIN articles a ON a.id = aliases.article WHERE aliases.path = :path`,
    { path: asked, now: now.getTime() },
  )
  if (row === undefined) return undefined
  reportCacheTags(articleTag(row.slug))
  reportNextChange(row, now)
  return row.shown === 1 ? row.slug : undefined
}

const listed = z.object({ due: z.number(), expires: z.number(), summary: summaryColumn })

/** The summaries of these articles, without those that readers may not see, in the order given. */
export function readSummaries(
  slugs: readonly string[],
  now: Date,
  archive: Archive = theArchive(),
): ArticleSummary[] {
  const summaries: ArticleSummary[] = []
  const site = readStoredSite(archive.rows)
  for (const slug of slugs) {
    reportCacheTags(summaryTag(slug))
    const row = archive.rows.one(
      listed,
      `SELECT a.due, a.expires, a.summary FROM articles a
       WHERE a.slug = :slug AND ${seen.articles('a')}`,
      { slug, now: now.getTime() },
    )
    if (row === undefined) continue
    reportNextChange(row, now)
    summaries.push(shownSummary(row.summary, site))
  }
  return summaries
}

const credited = z.object({
  id: z.number(),
  title: z.string(),
  source: z.string().nullable(),
  lang: z.string(),
})

/** What else a rail needs of an article. */
export type Credits = { title: string; source: string | undefined; lang: string }

/** By article id; the caller has already applied the gate of visibility. */
export function readCredits(
  ids: readonly number[],
  archive: Archive = theArchive(),
): ReadonlyMap<number, Credits> {
  const rows = archive.rows.all(
    credited,
    `SELECT id, summary ->> '$.title' AS title, summary ->> '$.source.name' AS source,
       lang
     FROM articles WHERE id IN (SELECT value FROM json_each(:ids))`,
    { ids: JSON.stringify(ids) },
  )
  return new Map(
    rows.map(({ id, title, source, lang }) => [id, { title, source: source ?? undefined, lang }]),
  )
}
