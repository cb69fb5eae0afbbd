import { findArticle } from '@/lib/archive/read/articles'
import { keyPointsOf } from '@/lib/insight/key-points'
import type { EvaluateOptions } from './evaluate-options'

/**
 * For each article its key points; an empty list if its page shows none. With a limit, that many of the sentences that make
 * sense alone, even for an article too short to need key points.
 */
export function* evaluateKeyPoints({ archive, slugs, now, limit }: EvaluateOptions) {
  for (const slug of slugs) {
    const found = findArticle(slug, now, archive)
    if (found?.state !== 'live') continue
    yield { id: slug, points: keyPointsOf(found.article, limit).map(({ text }) => text) }
  }
}
