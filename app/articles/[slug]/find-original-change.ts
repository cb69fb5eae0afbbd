import type { ShownUpdate } from '@/components/article/shown-update'
import { findArticle } from '@/lib/archive/read/articles'
import type { Article } from '@/lib/article/article'
import { articlePath } from '@/lib/site/routes'
import { findUpdate } from './find-update'

/** Of a translation: when the words of its original changed later than its own; undefined if they didn't. */
export async function findOriginalChange(
  { translationOf, published }: Article,
  changed: Date | undefined,
  now: Date,
): Promise<ShownUpdate | undefined> {
  if (translationOf === undefined) return undefined
  const original = findArticle(translationOf, now)
  if (original?.state !== 'live') return undefined
  const update = await findUpdate(original.article, now)
  if (update === undefined || update.moment.at <= (changed ?? published.at)) return undefined
  return { moment: update.moment, href: update.href ?? articlePath(original.article.slug) }
}
