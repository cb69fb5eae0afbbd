import type { ShownUpdate } from '@/components/article/shown-update'
import { findArticle } from '@/lib/archive/read/articles'
import type { Article } from '@/lib/article/article'
import { findFirstShown } from '@/lib/history/find-history'
import { articlePath } from '@/lib/site/routes'
import { findUpdate } from './find-update'

/** Of a translation: when the words of its original changed later than its own; undefined if they didn't. */
export async function findOriginalChange(
  translation: Article,
  changed: Date | undefined,
  now: Date,
): Promise<ShownUpdate | undefined> {
  const { translationOf } = translation
  if (translationOf === undefined) return undefined
  const original = findArticle(translationOf, now)
  if (original?.state !== 'live') return undefined
  const update = await findUpdate(original.article, now)
  const own = changed ?? (await findFirstShown(translation, now)) ?? translation.published.at
  if (update === undefined || update.moment.at <= own) return undefined
  return { moment: update.moment, href: update.href ?? articlePath(original.article.slug) }
}
