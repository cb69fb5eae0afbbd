import { type Archive, theArchive } from '@/lib/archive/open'
import { findArticle } from '@/lib/archive/read/articles'
import { findCandidates } from '@/lib/archive/read/candidates'
import { readLanguages } from '@/lib/archive/read/languages'
import type { Article } from '@/lib/article/article'
import { answerQuestion } from './answer-question'
import { articleSentences } from './article-sentences'
import { distinctiveQuestionTerms } from './distinctive-question-terms'
import { heaviestTerms, prefilterFor } from './prefilter'
import { termsInAnyLanguage } from './question'
import { placeSentence, quickSentences } from './quick-sentences'
import type { Answers, Quote } from './quote'
import { readRarity } from './read-rarity'

/** Articles whose sentences are compared: more of them find no more answers and cost 0.3 ms each. */
const CANDIDATES = 40

type Asked = {
  question: string
  /** The slug of an article that is asked first, and left out of the rest. */
  article?: string
  now: Date
}

/** What answers a question in one article, if one is named, and in the archive. */
export function findAnswers({ question, article: slug, now }: Asked, archive: Archive): Answers {
  const found = slug === undefined ? undefined : findArticle(slug, now, archive)
  const article = found?.state === 'live' ? found.article : undefined
  return {
    inArticle: article ? askArticle(question, article, archive) : [],
    inArchive: askArchive(question, now, article?.slug, archive),
  }
}

/** The sentences of the archive that answer a question, best first; none when nothing in it does. */
export function askArchive(
  question: string,
  now: Date,
  without?: string,
  archive: Archive = theArchive(),
): Quote[] {
  const { rarity, rowsOf } = readRarity(archive)
  const languages = readLanguages(archive)
  const terms = distinctiveQuestionTerms(question, languages, rowsOf)
  const candidates = findCandidates(terms, CANDIDATES, now, archive)
  const articles = new Map<string, Article>()
  for (const { slug } of candidates) {
    const found = slug === without ? undefined : findArticle(slug, now, archive)
    if (found?.state === 'live') articles.set(slug, found.article)
  }
  const asked = termsInAnyLanguage(question, languages)
  const mayTell = prefilterFor(heaviestTerms(asked, rarity))
  const mayMatch = prefilterFor(asked)
  const passages = [...articles.values()].map((article) => ({
    ...article,
    sentences: quickSentences(article, mayTell(article.title) ? mayMatch : mayTell).map((text) => ({
      id: '',
      text,
    })),
  }))
  const { quotes } = answerQuestion(question, passages, rarity)
  return quotes.flatMap(({ slug, text }) => {
    const article = articles.get(slug)
    const placed = article && placeSentence(article, text)
    return placed ? [{ slug, sentenceId: placed.id, text: placed.text }] : []
  })
}

/** The sentences of one article that answer a question, best first; none when nothing in it does. */
export function askArticle(
  question: string,
  article: Article,
  archive: Archive = theArchive(),
): Quote[] {
  const passage = { ...article, sentences: articleSentences(article) }
  const { quotes } = answerQuestion(question, [passage], readRarity(archive).rarity)
  return quotes.map(({ slug, sentenceId, text }) => ({ slug, sentenceId, text }))
}
