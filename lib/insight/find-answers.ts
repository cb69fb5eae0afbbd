import { type Archive, theArchive } from '@/lib/archive/open'
import { findArticle } from '@/lib/archive/read/articles'
import { findCandidates } from '@/lib/archive/read/candidates'
import type { Article, ArticleSummary } from '@/lib/article/article'
import { answerQuestion } from './answer-question'
import { articleSentences } from './article-sentences'
import { distinctiveQuestionTerms } from './distinctive-question-terms'
import { heaviestTerms, prefilterFor } from './prefilter'
import { termsInAnyLanguage } from './question'
import { placeSentence, quickSentences } from './quick-sentences'
import { readRarity } from './read-rarity'

/** A sentence of an article, letter for letter, with what a reader needs to judge it. */
export type FoundQuote = { story: ArticleSummary; sentenceId: string; text: string }

/** Articles whose sentences are compared: more of them find no more answers and cost 0.3 ms each. */
const CANDIDATES = 40

type Live = { article: Article; summary: ArticleSummary }

/** The sentences of the archive that answer a question, best first; none when nothing in it does. */
export function askArchive(
  question: string,
  now: Date,
  without?: string,
  archive: Archive = theArchive(),
): FoundQuote[] {
  const { rarity, rowsOf } = readRarity(archive)
  const terms = distinctiveQuestionTerms(question, rowsOf)
  const candidates = findCandidates(terms, CANDIDATES, now, archive)
  const articles = new Map<string, Live>()
  for (const { slug } of candidates) {
    const found = slug === without ? undefined : findArticle(slug, now, archive)
    if (found?.state === 'live') articles.set(slug, found)
  }
  const asked = termsInAnyLanguage(question)
  const mayTell = prefilterFor(heaviestTerms(asked, rarity))
  const mayMatch = prefilterFor(asked)
  const passages = [...articles.values()].map(({ article }) => ({
    ...article,
    sentences: quickSentences(article, mayTell(article.title) ? mayMatch : mayTell).map((text) => ({
      id: '',
      text,
    })),
  }))
  const { quotes } = answerQuestion(question, passages, rarity)
  return quotes.flatMap(({ slug, text }) => {
    const found = articles.get(slug)
    const placed = found && placeSentence(found.article, text)
    return placed ? [{ story: found.summary, sentenceId: placed.id, text: placed.text }] : []
  })
}

/** The sentences of one article that answer a question, best first; none when nothing in it does. */
export function askArticle(
  question: string,
  found: Live,
  archive: Archive = theArchive(),
): FoundQuote[] {
  const passage = { ...found.article, sentences: articleSentences(found.article) }
  const { quotes } = answerQuestion(question, [passage], readRarity(archive).rarity)
  return quotes.map(({ sentenceId, text }) => ({ story: found.summary, sentenceId, text }))
}
