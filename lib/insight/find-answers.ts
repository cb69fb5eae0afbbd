import { type Archive, theArchive } from '@/lib/archive/open'
import { findArticle } from '@/lib/archive/read/articles'
import { findCandidates } from '@/lib/archive/read/candidates'
import { readLanguages } from '@/lib/archive/read/languages'
import type { Article } from '@/lib/article/article'
import { answerQuestion } from './answer-question'
import { articleSentences } from './article-sentences'
import { heaviestTerms, prefilterFor } from './prefilter'
import { distinctiveQuestionTerms } from './question/distinctive-question-terms'
import { termsInAnyLanguage } from './question/question'
import { placeSentence, quickSentences } from './quick-sentences'
import type { Answers, Quote } from './quote'
import { readRarity } from './read-rarity'

/** Articles whose sentences are compared: more of them find no more answers and cost 0.3 ms each. */
const CANDIDATES = 40

type Asked = {
  question: string
  /** The slug of an article that is asked first, and left out of the rest. */
  article?: string
  /** Whether candidates are wanted, from which a model may choose. */
  withCandidates?: boolean
  now: Date
}

/** Sentences that a model is shown at most, and those of them that come from the article that is asked first. */
const MOST_CANDIDATES = 10
const MOST_OF_ARTICLE = 7

/** What answers a question in one article, if one is named, and in the archive. */
export function findAnswers(asked: Asked, archive: Archive): Answers {
  const { question, article: slug, now, withCandidates = false } = asked
  const found = slug === undefined ? undefined : findArticle(slug, now, archive)
  const article = found?.state === 'live' ? found.article : undefined
  const inArticle = article ? rankInArticle(question, article, archive) : NOTHING
  const inArchive = rankInArchive(asked, article?.slug, archive)
  const own = inArticle.candidates.slice(0, MOST_OF_ARTICLE)
  const others = inArchive.candidates.slice(0, MOST_CANDIDATES - own.length)
  const isAnswered = inArticle.quotes.length + inArchive.quotes.length > 0
  const nearest = isAnswered ? undefined : (inArticle.nearest ?? inArchive.nearest)
  return {
    inArticle: inArticle.quotes,
    inArchive: inArchive.quotes,
    ...(nearest && { nearest }),
    ...(withCandidates && { candidates: [...own, ...others] }),
  }
}

type Found = { quotes: Quote[]; candidates: Quote[]; nearest?: Answers['nearest'] }
const NOTHING: Found = { quotes: [], candidates: [] }

/** The sentences of the archive that answer a question, best first; none when nothing in it does. */
export const askArchive = (
  question: string,
  now: Date,
  without?: string,
  archive: Archive = theArchive(),
): Quote[] => rankInArchive({ question, now }, without, archive).quotes

function rankInArchive(
  { question, now, withCandidates }: Asked,
  without: string | undefined,
  archive: Archive,
): Found {
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
  const { quotes, candidates: best, nearest } = answerQuestion(question, passages, rarity)
  const place = ({ slug, text }: { slug: string; text: string }) => {
    const article = articles.get(slug)
    const placed = article && placeSentence(article, text)
    return placed ? [{ slug, sentenceId: placed.id, text: placed.text }] : []
  }
  const [placed] = nearest ? place(nearest.sentence) : []
  return {
    quotes: quotes.flatMap(place),
    candidates: withCandidates ? best.flatMap(place) : [],
    ...(nearest && placed && { nearest: { of: nearest.of, quote: placed } }),
  }
}

/** The sentences of one article that answer a question, best first; none when nothing in it does. */
export const askArticle = (
  question: string,
  article: Article,
  archive: Archive = theArchive(),
): Quote[] => rankInArticle(question, article, archive).quotes

function rankInArticle(question: string, article: Article, archive: Archive): Found {
  const passage = { ...article, sentences: articleSentences(article) }
  const ranked = answerQuestion(question, [passage], readRarity(archive).rarity)
  const quoted = ({ slug, sentenceId, text }: Quote) => ({ slug, sentenceId, text })
  const { quotes, candidates, nearest } = ranked
  return {
    quotes: quotes.map(quoted),
    candidates: candidates.map(quoted),
    ...(nearest && { nearest: { of: nearest.of, quote: quoted(nearest.sentence) } }),
  }
}
