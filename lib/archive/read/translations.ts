import * as z from 'zod'
import type { Article } from '@/lib/article/article'
import { byLanguage, type Translation } from '@/lib/article/translation'
import { reportCacheTags } from '@/lib/running/report'
import { articleTag } from '../cache-tags'
import { type Archive, theArchive } from '../open'
import { reportNextChange } from '../report-next-change'
import { summaryColumn } from '../stored'
import { isVisible, seen } from '../visibility'

const member = z.object({
  story: z.string(),
  slug: z.string(),
  lang: z.string(),
  due: z.number(),
  expires: z.number(),
  listed: z.number().transform((listed) => listed === 1),
  summary: summaryColumn,
})

const STORIES = 'SELECT value FROM json_each(:stories)'
const COLUMNS = 'a.slug, a.lang, a.due, a.expires, a.listed, a.summary'
const MEMBERS = `SELECT t.original AS story, ${COLUMNS} FROM translations t JOIN articles a ON a.id = t.article
    WHERE t.original IN (${STORIES})
  UNION ALL SELECT a.slug AS story, ${COLUMNS} FROM articles a WHERE a.slug IN (${STORIES})
    AND EXISTS (SELECT 1 FROM translations t WHERE t.original = a.slug)
  ORDER BY lang, slug`

type Told = Pick<Article, 'slug' | 'lang' | 'translationOf' | 'translations'>

const storyOf = ({ slug, translationOf = slug }: Told) => translationOf

/**
 * Where else readers find an article's story, one place a language, by the names of languages: what it says of itself,
 * what its original says, and what says that it is a translation of that.
 */
export function findTranslations(
  article: Told,
  now: Date,
  archive: Archive = theArchive(),
): Translation[] {
  reportCacheTags(articleTag(storyOf(article)))
  return readTranslations([article], now, archive).get(article.slug) ?? []
}

/** The same for the stories of a list that have any, by slug. What changes them announces the list. */
export function readTranslations(
  articles: readonly Told[],
  now: Date,
  archive: Archive = theArchive(),
): Map<string, Translation[]> {
  const stories = JSON.stringify(articles.map(storyOf))
  const members = archive.rows.all(member, MEMBERS, { stories })
  for (const each of members) reportNextChange(each, now)
  const visible = members.filter((each) => isVisible(each, now))
  return new Map(
    articles.flatMap((article) => {
      const story = storyOf(article)
      const found = placesOf(
        article,
        visible.filter((each) => each.story === story),
      )
      return found.length > 0 ? [[article.slug, found] as const] : []
    }),
  )
}

function placesOf(article: Told, members: readonly z.output<typeof member>[]): Translation[] {
  const found = new Map<string, Translation>()
  let elsewhere = { ...article.translations }
  for (const { story, slug, lang, summary } of members) {
    if (slug === article.slug) continue
    const isOriginal = slug === story
    if (isOriginal) elsewhere = { ...summary.translations, ...elsewhere }
    if (!found.has(lang) || isOriginal) found.set(lang, { lang, slug, isOriginal })
  }
  for (const [lang, url] of Object.entries(elsewhere))
    if (!found.has(lang)) found.set(lang, { lang, url })
  found.delete(article.lang)
  return [...found.values()].sort((a, b) => (a.lang < b.lang ? -1 : 1))
}

const group = z.object({ slug: z.string(), lang: z.string(), original: z.string() })

const ORIGINALS = `SELECT a.slug, a.lang, t.original FROM translations t JOIN articles a ON a.id = t.article
    WHERE a.slug IN (SELECT value FROM json_each(:slugs))
  UNION ALL SELECT a.slug, a.lang, a.slug FROM articles a
    WHERE a.slug IN (SELECT value FROM json_each(:slugs))
    AND EXISTS (SELECT 1 FROM translations t WHERE t.original = a.slug)`

/**
 * These articles without further languages of one story: in the place of the first of them stands the one in `lang`
 * (BCP 47), or else the original, or else the first.
 */
export function oneOfEachStory<T extends { slug: string }>(
  articles: readonly T[],
  lang: string,
  archive: Archive = theArchive(),
): T[] {
  const slugs = JSON.stringify(articles.map(({ slug }) => slug))
  const groups = new Map(
    archive.rows
      .all(group, ORIGINALS, { slugs })
      .map(({ slug, original, lang }) => [slug, { original, lang, isOriginal: slug === original }]),
  )
  const compare = byLanguage(lang)
  const shown = new Map<string, T>()
  for (const each of articles) {
    const own = groups.get(each.slug)
    const story = own?.original ?? each.slug
    const before = groups.get(shown.get(story)?.slug ?? '')
    if (!before || !own || compare(own, before) < 0) shown.set(story, each)
  }
  return [...shown.values()]
}

const EVERY_STORY = `SELECT a.slug, a.lang, t.original FROM translations t JOIN articles a ON a.id = t.article
    WHERE ${seen.articles('a')}
  UNION SELECT a.slug, a.lang, a.slug FROM translations t JOIN articles a ON a.slug = t.original
    WHERE ${seen.articles('a')}`

/** The articles that exist in several languages, each with all versions of its story, itself among them. */
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
