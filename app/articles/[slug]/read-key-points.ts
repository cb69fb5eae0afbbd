import type { Article } from '@/lib/article/article'
import type { KeyPoint } from '@/lib/insight/choose-key-points'
import { findQuestions } from '@/lib/insight/find-questions'
import { keyPointsOf, pointCandidatesOf } from '@/lib/insight/key-points'
import { canAsk } from '@/lib/insight/question/question-languages'
import { findChoice, modelHost } from '@/lib/model/choose'

type ReadPoints = {
  points: KeyPoint[]
  /** What chose them, if it was a model. */
  model?: string | undefined
}

/** A draft's sentences never leave the server. */
const mayChoose = (isPublished: boolean) => isPublished && modelHost.ask('host') !== undefined

/** An article's key points: of a published one the model's choice once there is one, else our own. */
export async function readKeyPoints(article: Article, isPublished: boolean): Promise<ReadPoints> {
  const own = keyPointsOf(article)
  if (own.length === 0 || !mayChoose(isPublished)) return { points: own }
  const candidates = pointCandidatesOf(article)
  const sentences = candidates.map(({ text }) => text)
  const task = { task: 'key-points' as const, about: article.title, sentences }
  const choice = await findChoice(task, article.slug)
  const chosen = choice?.toSorted((a, b) => a - b).flatMap((index) => candidates[index] ?? []) ?? []
  return chosen.length >= own.length
    ? { points: chosen, model: modelHost.ask('label') }
    : { points: own }
}

/** The questions beside an article's form, chosen likewise; undefined if we can't read questions in its language. */
export async function readQuestions(
  article: Article,
  isPublished: boolean,
): Promise<string[] | undefined> {
  if (!canAsk(article.lang)) return undefined
  const own = findQuestions(article)
  if (own.length === 0 || !mayChoose(isPublished)) return own
  const sentences = findQuestions(article, true)
  const choice = await findChoice(
    { task: 'questions', about: article.title, sentences },
    article.slug,
  )
  const chosen = choice?.flatMap((index) => sentences[index] ?? []) ?? []
  return chosen.length > 0 ? chosen : own
}
