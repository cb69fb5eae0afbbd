import * as z from 'zod'
import type { Article, ArticleSummary } from '@/lib/article/article'
import { slugify } from '@/lib/article/slug'
import { type Archive, theArchive } from '../open'
import { seen } from '../visibility'
import { FRONT_LIST, findList } from '../write/list-rows'
import { readSummaries } from './articles'
import { findTranslations } from './translations'

type ReadArticle = Pick<
  Article,
  'slug' | 'lang' | 'section' | 'published' | 'translationOf' | 'translations'
>

const row = z.object({ slug: z.string() })

/** More than the rail may already show. */
const LOOKED_AT = 8

/**
 * What to read after an article: the previous story in its section, or else in the paper, that isn't `beside` it. No cache
 * tag follows from the choice: a story published between the two later is no reason to render the page again, and a story
 * that is removed brings its own cache tag.
 */
export function findNextStory(
  article: ReadArticle,
  beside: readonly string[],
  now: Date,
  archive: Archive = theArchive(),
): ArticleSummary | undefined {
  const { slug, section, published } = article
  const translations = findTranslations(article, now, archive)
  const isOwn = (other: string) =>
    other === slug || translations.some((each) => 'slug' in each && each.slug === other)
  const own =
    section === undefined ? undefined : findList(archive.rows, 'section', slugify(section))
  for (const list of [...(own ? [own.id] : []), FRONT_LIST]) {
    const rows = archive.rows.all(
      row,
      `SELECT a.slug FROM (
         SELECT e.article FROM entries e
         WHERE e.list = :list AND ${seen.entries('e')} AND e.due <= :due
         ORDER BY e.due DESC, e.tie DESC, e.article DESC LIMIT ${LOOKED_AT}
       ) CROSS JOIN articles a ON a.id = article WHERE ${seen.articles('a')}
       ORDER BY a.due DESC, a.tie DESC, a.id DESC`,
      { list, now: now.getTime(), due: published.at.getTime() },
    )
    const next = rows.find((each) => !isOwn(each.slug) && !beside.includes(each.slug))
    if (next) return readSummaries([next.slug], now, archive)[0]
  }
  return undefined
}
