import type { Article } from '@/lib/article/article'
import { type ReportedFeature, sentenceValue } from '@/lib/comments/mistake-report'
import type { Quote } from '@/lib/insight/quote'
import { findSurroundings } from '@/lib/ranking/find-surroundings'
import { askSurroundings } from '@/lib/ranking/tasks'
import { readKeyPoints } from '../articles/[slug]/read-key-points'
import { readAnswers } from '../ask/read-answers'

type Reported = {
  feature: ReportedFeature
  article: { article: Article } | undefined
  question: string
}

type Reportable = { choices: { value: string; text: string }[]; model?: string | undefined }

const NOTHING: Reportable = { choices: [] }

/**
 * The sentences that a reader saw there, found again the same way, and the model that chose them, if one did. None when
 * too many ask: the form does without them.
 */
export async function findReportable(
  { feature, article: found, question }: Reported,
  now: Date,
): Promise<Reportable> {
  const article = found?.article
  if (feature === 'answers') return question === '' ? NOTHING : findAnswered(question, article, now)
  if (article === undefined) return NOTHING
  if (feature === 'story') {
    const ranked = await askSurroundings({ slug: article.slug, now })
    const { story } = ranked ?? findSurroundings(article, now)
    return { choices: story.map(choiceOf) }
  }
  const { points, model } = await readKeyPoints(article, true)
  const quoted = points.map(({ id, text }) => ({ slug: article.slug, sentenceId: id, text }))
  return { choices: quoted.map(choiceOf), model }
}

async function findAnswered(question: string, article: Article | undefined, now: Date) {
  const ranked = await readAnswers({ question, article, now })
  if (ranked.state !== 'found') return NOTHING
  const { inArticle, inArchive, model } = ranked.found
  return { choices: [...inArticle, ...inArchive].map(choiceOf), model }
}

const choiceOf = ({ slug, sentenceId, text }: Quote) => ({
  value: sentenceValue(slug, sentenceId),
  text,
})
