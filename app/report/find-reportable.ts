import type { Article } from '@/lib/article/article'
import { type ReportedFeature, sentenceValue } from '@/lib/comments/mistake-report'
import { keyPointsOf } from '@/lib/insight/key-points'
import type { Quote } from '@/lib/insight/quote'
import { findSurroundings } from '@/lib/ranking/find-surroundings'
import { answersTask, askSurroundings } from '@/lib/ranking/tasks'

type Reported = {
  feature: ReportedFeature
  article: { article: Article } | undefined
  question: string
}

/** The sentences that a reader saw there, found again the same way. None when too many ask: the form does without them. */
export async function findReportable({ feature, article: found, question }: Reported, now: Date) {
  const article = found?.article
  if (feature === 'answers') return question === '' ? [] : findAnswered(question, article, now)
  if (article === undefined) return []
  if (feature === 'story') {
    const ranked = await askSurroundings({ slug: article.slug, now })
    const { story } = ranked ?? findSurroundings(article, now)
    return story.map(choiceOf)
  }
  return keyPointsOf(article).map(({ id, text }) =>
    choiceOf({ slug: article.slug, sentenceId: id, text }),
  )
}

async function findAnswered(question: string, article: Article | undefined, now: Date) {
  const asked = { question, ...(article && { article: article.slug }), now }
  const ranked = await answersTask.ask(asked)
  if (ranked.state !== 'found') return []
  return [...ranked.found.inArticle, ...ranked.found.inArchive].map(choiceOf)
}

const choiceOf = ({ slug, sentenceId, text }: Quote) => ({
  value: sentenceValue(slug, sentenceId),
  text,
})
