import { findArticle } from '@/lib/archive/read/articles'
import { keyPointsOf, pointCandidatesOf } from '@/lib/insight/key-points'
import type { EvaluateOptions } from './evaluate-options'

/**
 * For each article its key points; an empty list if its page shows none. With a limit, that many of the sentences that make
 * sense alone, even for an article too short to need key points.
 */
export async function* evaluateKeyPoints({ archive, slugs, now, limit, model }: EvaluateOptions) {
  for (const slug of slugs) {
    const found = findArticle(slug, now, archive)
    if (found?.state !== 'live') continue
    const { article } = found
    const own = keyPointsOf(article, limit).map(({ text }) => text)
    const sentences = model ? pointCandidatesOf(article).map(({ text }) => text) : []
    const choosing = { task: 'key-points' as const, about: article.title, sentences }
    const choice = sentences.length > 0 ? await model?.forReader(choosing) : undefined
    const chosen =
      choice?.toSorted((a, b) => a - b).flatMap((index) => sentences[index] ?? []) ?? []
    yield { id: slug, points: chosen.length >= own.length ? chosen : own }
  }
}
