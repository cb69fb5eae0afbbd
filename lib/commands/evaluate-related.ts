import { findArticle } from '@/lib/archive/read/articles'
import { findPlaces, RAIL_LENGTH } from '@/lib/related/find-related'
import type { EvaluateOptions } from './evaluate-options'

/**
 * For each article the others in the order of its rail, best first. A rail shows articles with the same text as one item;
 * here they follow that item, and those with the article's own text come first.
 */
export function* evaluateRelated({ archive, slugs, now, limit = RAIL_LENGTH }: EvaluateOptions) {
  for (const slug of slugs) {
    const found = findArticle(slug, now, archive)
    if (found?.state !== 'live') continue
    const { places, ownText } = findPlaces(found.article, now, limit, archive)
    const inOrder = places.flatMap(({ item, sameText }) => [item, ...sameText])
    const related = [...ownText, ...inOrder.map((item) => item.slug)].slice(0, limit)
    yield { id: slug, related }
  }
}
