import { isPoorlySelfContained, isSelfContained, namesAnything } from './is-self-contained'
import {
  centroid,
  cosine,
  dense,
  distinctiveTerms,
  type SentenceVector,
  sentenceVectors,
  type TextVectors,
} from './sentence-vectors'

export type KeyPoint = { id: string; text: string }

export type ReadArticle = {
  title: string
  /** In the order of the text. */
  sentences: readonly KeyPoint[]
  lang?: string | undefined
  /** How many of the sentences the first paragraph has, which a reader is about to read. */
  opening?: number
  /** Above the points: what it says they needn't. */
  standfirst?: string | undefined
}

/** A shorter article is read in less time than it takes to read its points and then the article. */
const SHORTEST_ARTICLE_WORDS = 180
/** Fewer points than this are no list: the article has too few sentences that stand alone. */
const FEWEST_POINTS = 2
/** More are an article of their own. */
const MOST_POINTS = 3
/** The points of a book are not found by its sentences; what comes later is not read, so that time stays bounded. */
const MOST_SENTENCES = 1000

/** Sentences that a model is shown: more cost more, and come late in the text. */
const MOST_CANDIDATES = 40

/** Tuned on news articles with reference highlights; small changes of each make no difference beyond chance. */
const POSITION_FADES = 0.25
const CENTRALITY = 2
const TITLE = 0.5
const NAMES = 0.1
const STANDS_BADLY = 0.1
const SAMENESS = 0.5
/** More alike than this, the second sentence says the first again. */
const REPEATS = 0.7

type Candidate = KeyPoint & { vector: SentenceVector; index: number; early: number; weight: number }

/**
 * Two or three sentences of the article that say what matters, in the order of the text and letter for letter; none when
 * the article is too short to need them. What the standfirst and the first paragraph say, which stand beside them, is
 * left out. They are ranked by how early they come, how much of what the article is about they hold, how much of its
 * title, and whether they name anything; each is chosen against likeness to those chosen before (maximal marginal
 * relevance, Carbonell & Goldstein 1998), and only if it can be understood alone. With a limit as many as that, from the
 * whole text, however short the article and however few there are.
 */
export function chooseKeyPoints(article: ReadArticle, limit?: number): KeyPoint[] {
  const sentences = article.sentences.slice(0, MOST_SENTENCES)
  const standfirst = limit === undefined && article.standfirst ? [article.standfirst] : []
  const texts = [...sentences.map(({ text }) => text), ...standfirst]
  const vectors = sentenceVectors(texts, article.lang)
  const own = vectors.sentences.slice(0, sentences.length)
  const words = own.reduce((sum, vector) => sum + vector.words, 0)
  if (limit === undefined && words < SHORTEST_ARTICLE_WORDS) return []
  const candidates = rankSentences({ ...article, sentences }, vectors)
  if (limit !== undefined) return inOrder(withoutRepeats(candidates, limit, vectors))
  const { opening = 0 } = article
  const beside = [...own.slice(0, opening), ...vectors.sentences.slice(sentences.length)]
  const later = candidates.filter(({ index }) => index >= opening)
  const chosen = withoutRepeats(without(later, beside, vectors), MOST_POINTS, vectors)
  return chosen.length < FEWEST_POINTS ? [] : inOrder(chosen)
}

/** The sentences from which a model may choose key points, in the order of the text. */
export function keyPointCandidates(article: ReadArticle): KeyPoint[] {
  const { opening = 0, standfirst } = article
  const sentences = article.sentences.slice(0, MOST_SENTENCES)
  const texts = [...sentences.map(({ text }) => text), ...(standfirst ? [standfirst] : [])]
  const vectors = sentenceVectors(texts, article.lang)
  const beside = [
    ...vectors.sentences.slice(0, opening),
    ...vectors.sentences.slice(sentences.length),
  ]
  const later = rankSentences({ ...article, sentences }, vectors).filter(
    ({ index }) => index >= opening,
  )
  return inOrder(without(later, beside, vectors).slice(0, MOST_CANDIDATES))
}

const inOrder = (chosen: readonly Candidate[]): KeyPoint[] =>
  chosen.toSorted((a, b) => a.index - b.index).map(({ id, text }) => ({ id, text }))

/** Those that say none of these again. */
function without(
  candidates: readonly Candidate[],
  said: readonly SentenceVector[],
  { numbers }: TextVectors,
): Candidate[] {
  const known = said.map((vector) => dense(vector, numbers))
  return candidates.filter(({ vector }) => known.every((other) => cosine(vector, other) < REPEATS))
}

/** The one sentence that tells most of an article, however short that is; undefined when none of them stands alone. */
export function chooseSentence(article: ReadArticle): KeyPoint | undefined {
  const sentences = article.sentences.slice(0, MOST_SENTENCES)
  const vectors = sentenceVectors(
    sentences.map(({ text }) => text),
    article.lang,
  )
  const [best] = withoutRepeats(rankSentences({ ...article, sentences }, vectors), 1, vectors)
  return best && { id: best.id, text: best.text }
}

function rankSentences(article: ReadArticle, vectors: TextVectors): Candidate[] {
  const centre = centroid(vectors)
  // A term that no sentence has is found in none.
  const title = titleTerms(article).map((term) => vectors.numbers.get(term) ?? -1)
  return article.sentences.flatMap((sentence, index) => {
    const vector = vectors.sentences[index]
    if (!vector || !isSelfContained(sentence.text, vector.words)) return []
    const inTitle = title.filter((term) => vector.terms.includes(term)).length
    const early = 1 / (1 + POSITION_FADES * index)
    const weight =
      CENTRALITY * cosine(vector, centre) +
      (title.length > 0 ? (TITLE * inTitle) / title.length : 0) +
      (namesAnything(sentence.text) ? NAMES : 0) -
      (isPoorlySelfContained(sentence.text) ? STANDS_BADLY : 0)
    return [{ ...sentence, vector, index, early, weight }]
  })
}

/** A title that was cut out of the text says nothing that the text doesn't. */
function titleTerms({ title, sentences, lang }: ReadArticle): string[] {
  if (sentences.some(({ text }) => text.startsWith(title))) return []
  return [...new Set(distinctiveTerms(title, lang).terms)]
}

/** The first ones make up the news, for which coming early counts; more are for what comes after it. */
function withoutRepeats(
  candidates: readonly Candidate[],
  limit: number,
  { numbers }: TextVectors,
): Candidate[] {
  const chosen: Candidate[] = []
  let left = candidates.map((candidate) => ({ candidate, sameness: 0 }))
  while (chosen.length < limit && left.length > 0) {
    const earlyCounts = chosen.length < MOST_POINTS
    const worth = ({ candidate: { early, weight }, sameness }: (typeof left)[number]) =>
      weight + (earlyCounts ? early : 0) - SAMENESS * sameness
    const best = left.reduce((a, b) => (worth(b) > worth(a) ? b : a)).candidate
    chosen.push(best)
    if (chosen.length === limit) break
    const other = dense(best.vector, numbers)
    left = left
      .filter(({ candidate }) => candidate !== best)
      .map(({ candidate, sameness }) => ({
        candidate,
        sameness: Math.max(sameness, cosine(candidate.vector, other)),
      }))
      .filter(({ sameness }) => sameness < REPEATS)
  }
  return chosen
}
