import type { Article, ArticleSummary } from '@/lib/article/article'
import { type ReportedFeature, sentenceValue } from '@/lib/comments/mistake-report'
import { askArchive, askArticle, type FoundQuote } from '@/lib/insight/find-answers'
import { findStorySoFar } from '@/lib/insight/find-story-so-far'
import { keyPointsOf } from '@/lib/insight/key-points'

type Reported = {
  feature: ReportedFeature
  article: { article: Article; summary: ArticleSummary } | undefined
  question: string
}

/** The sentences that a reader saw there, found again the same way. */
export function findReportable({ feature, article, question }: Reported, now: Date) {
  const ofQuote = ({ story, sentenceId, text }: FoundQuote) => ({
    value: sentenceValue(story.slug, sentenceId),
    text,
  })
  if (feature === 'answers') {
    if (question === '') return []
    const inArticle = article ? askArticle(question, article) : []
    return [...inArticle, ...askArchive(question, now, article?.article.slug)].map(ofQuote)
  }
  if (article === undefined) return []
  if (feature === 'story') return findStorySoFar(article.article, now).map(ofQuote)
  const { slug } = article.article
  return keyPointsOf(article.article).map(({ id, text }) => ({
    value: sentenceValue(slug, id),
    text,
  }))
}
