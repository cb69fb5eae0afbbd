import * as z from 'zod'
import type { Article } from '@/lib/article/article'
import type { Translation } from '@/lib/article/translation'
import { primaryLanguage } from '@/lib/language/stems/stem'
import { reportCacheTags } from '@/lib/running/report'
import { articleTag } from '../cache-tags'
import { type Archive, theArchive } from '../open'
import { reportNextChange } from '../report-next-change'
import { summaryColumn } from '../stored'
import { isVisible, seen } from '../visibility'

const member = z.object({
  slug: z.string(),
  lang: z.string(),
  due: z.number(),
  expires: z.number(),
  listed: z.number().transform((listed) => listed === 1),
  summary: summaryColumn,
})

const MEMBERS = `SELECT slug, lang, due, expires, listed, summary FROM articles
  WHERE slug = :original OR id IN (SELECT article FROM translations WHERE original = :original)
  ORDER BY lang, slug`

type Told = Pick<Article, 'slug' | 'lang' | 'translationOf' | 'translations'>

/**
 * Where else readers find an article's story, one place a language, by the names of languages: what it says of itself,
 * what its original says, and what says that it is a translation of that.
 */
export function findTranslations(
  article: Told,
  now: Date,
  archive: Archive = theArchive(),
): Translation[] {
  const { slug, lang, translationOf: original = slug } = article
  reportCacheTags(articleTag(original))
  const found = new Map<string, Translation>()
  let elsewhere = { ...article.translations }
  for (const { summary, ...row } of archive.rows.all(member, MEMBERS, { original })) {
    reportNextChange(row, now)
    if (row.slug === slug || !isVisible(row, now)) continue
    const isOriginal = row.slug === original
    if (isOriginal) elsewhere = { ...summary.translations, ...elsewhere }
    if (!found.has(row.lang) || isOriginal)
      found.set(row.lang, { lang: row.lang, slug: row.slug, isOriginal })
  }
  for (const [other, url] of Object.entries(elsewhere))
    if (!found.has(other)) found.set(other, { lang: other, url })
  found.delete(lang)
  return [...found.values()].sort((a, b) => (a.lang < b.lang ? -1 : 1))
}

const group = z.object({ slug: z.string(), lang: z.string(), original: z.string() })

/** Of these articles those that are one story with another, by slug: that story's original, and their language. */
export function readOriginals(
  slugs: readonly string[],
  archive: Archive = theArchive(),
): ReadonlyMap<string, { original: string; lang: string }> {
  const rows = archive.rows.all(group, ORIGINALS, { slugs: JSON.stringify(slugs) })
  return new Map(rows.map(({ slug, ...told }) => [slug, told]))
}

const ORIGINALS = `SELECT a.slug, a.lang, t.original FROM translations t JOIN articles a ON a.id = t.article
    WHERE a.slug IN (SELECT value FROM json_each(:slugs))
  UNION ALL SELECT a.slug, a.lang, a.slug FROM articles a
    WHERE a.slug IN (SELECT value FROM json_each(:slugs))
    AND EXISTS (SELECT 1 FROM translations t WHERE t.original = a.slug)`

/**
 * These articles without further languages of one story: in its place stands the one in `lang` (BCP 47), or else the first
 * of them.
 */
export function oneOfEachStory<T extends { slug: string }>(
  articles: readonly T[],
  lang: string,
  archive: Archive = theArchive(),
): T[] {
  const originals = readOriginals(
    articles.map(({ slug }) => slug),
    archive,
  )
  if (originals.size < 2) return [...articles]
  const isOwn = (each: T) =>
    primaryLanguage(originals.get(each.slug)?.lang ?? '') === primaryLanguage(lang)
  const shown = new Map<string, T>()
  for (const each of articles) {
    const story = originals.get(each.slug)?.original ?? each.slug
    const before = shown.get(story)
    if (before === undefined || (isOwn(each) && !isOwn(before))) shown.set(story, each)
  }
  return [...shown.values()]
}

const EVERY_STORY = `SELECT a.slug, a.lang, t.original FROM translations t JOIN articles a ON a.id = t.article
    WHERE ${seen.articles('a')}
  UNION SELECT a.slug, a.lang, a.slug FROM translations t JOIN articles a ON a.slug = t.original
    WHERE ${seen.articles('a')}`

/** The articles that stand in several languages, each with all that tell its story, itself among them. */
export function readStoriesInLanguages(
  now: Date,
  archive: Archive = theArchive(),
): ReadonlyMap<string, readonly { slug: string; lang: string }[]> {
  const stories = new Map<string, { slug: string; lang: string }[]>()
  for (const { original, ...told } of archive.rows.all(group, EVERY_STORY, { now: now.getTime() }))
    stories.set(original, [...(stories.get(original) ?? []), told])
  const several = [...stories.values()].filter((each) => each.length > 1)
  return new Map(several.flatMap((each) => each.map(({ slug }) => [slug, each] as const)))
}
