import {
  type Candidate,
  type KeyPoint,
  type ReadArticle,
  rankSentences,
} from './points/rank-sentences'
import {
  cosine,
  dense,
  type SentenceVector,
  sentenceVectors,
  type TextVectors,
} from './points/sentence-vectors'

export type { KeyPoint } from './points/rank-sentences'

type ShownArticle = ReadArticle & {
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
/** With fewer paragraphs than this most of the text is beside the points, whichever they are. */
const FEWEST_PARAGRAPHS = 4

/** Sentences that a model is shown: more cost more, and come late in the text. */
const MOST_CANDIDATES = 40

const SAMENESS = 0.5
/** More alike than this, the second sentence says the first again. */
const REPEATS = 0.7
/** What an opinion demands belongs among its points, however late in the text it comes. */
const DEMAND = 1

/**
 * Two or three sentences of the article that say what matters, in the order of the text and letter for letter; none when
 * the article is too short to need them. What the standfirst and the first paragraph say, which stand beside them, is
 * left out, and so is a second sentence of a paragraph, which a reader finds beside the first. They are ranked by how early
 * they come, how much of what the article is about they hold, how much of its title, whether they name anything, and whether
 * they answer what the headline asks; each is chosen against likeness to those chosen before (maximal marginal relevance,
 * Carbonell & Goldstein 1998), and only if it can be understood alone. With a limit as many as that, from the whole text,
 * however short the article and however few there are.
 */
export function chooseKeyPoints(article: ShownArticle, limit?: number): KeyPoint[] {
  const { candidates, beside, vectors, words, hasParagraphs } = readCandidates(article)
  if (limit !== undefined) return inOrder(withoutRepeats(candidates, limit, vectors))
  if (words < SHORTEST_ARTICLE_WORDS) return []
  const left = without(candidates, beside, vectors)
  const chosen = withoutRepeats(left, MOST_POINTS, vectors, hasParagraphs)
  return chosen.length < FEWEST_POINTS ? [] : inOrder(chosen)
}

/** The sentences from which a model may choose key points, in the order of the text. */
export function keyPointCandidates(article: ShownArticle): KeyPoint[] {
  const { candidates, beside, vectors } = readCandidates(article)
  return inOrder(without(candidates, beside, vectors).slice(0, MOST_CANDIDATES))
}

/** The one sentence that tells most of an article, however short that is; undefined when none of them stands alone. */
export function chooseSentence(article: ReadArticle): KeyPoint | undefined {
  return chooseKeyPoints(article, 1)[0]
}

function readCandidates(article: ShownArticle) {
  const { standfirst, lang, places = [] } = article
  const sentences = article.sentences.slice(0, MOST_SENTENCES)
  const texts = [...sentences.map(({ text }) => text), ...(standfirst ? [standfirst] : [])]
  const vectors = sentenceVectors(texts, lang)
  const own = vectors.sentences.slice(0, sentences.length)
  const hasParagraphs = (places.at(-1)?.paragraph ?? 0) + 1 >= FEWEST_PARAGRAPHS
  const opening = hasParagraphs ? own.filter((_, index) => places[index]?.paragraph === 0) : []
  return {
    vectors,
    hasParagraphs,
    candidates: rankSentences({ ...article, sentences }, vectors),
    /** What a reader sees beside the points anyway. */
    beside: [...opening, ...vectors.sentences.slice(sentences.length)],
    words: own.reduce((sum, vector) => sum + vector.words, 0),
  }
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
  return candidates.filter(
    ({ vector }) =>
      !said.includes(vector) && known.every((other) => cosine(vector, other) < REPEATS),
  )
}

/** The first ones make up the news, for which coming early counts; more are for what comes after it. */
function withoutRepeats(
  candidates: readonly Candidate[],
  limit: number,
  { numbers }: TextVectors,
  oneEachParagraph = false,
): Candidate[] {
  const chosen: Candidate[] = []
  let left = candidates.map((candidate) => ({ candidate, sameness: 0 }))
  while (chosen.length < limit && left.length > 0) {
    const earlyCounts = chosen.length < MOST_POINTS
    const hasDemand = chosen.some(({ demands }) => demands)
    const worth = ({ candidate: { early, weight, demands }, sameness }: (typeof left)[number]) =>
      weight +
      (earlyCounts ? early : 0) +
      (demands && !hasDemand ? DEMAND : 0) -
      SAMENESS * sameness
    const best = left.reduce((a, b) => (worth(b) > worth(a) ? b : a)).candidate
    chosen.push(best)
    if (chosen.length === limit) break
    const other = dense(best.vector, numbers)
    left = left
      .filter(({ candidate }) => candidate !== best && !introduceSame(candidate, best))
      .filter(({ candidate }) => !oneEachParagraph || candidate.paragraph !== best.paragraph)
      .map(({ candidate, sameness }) => ({
        candidate,
        sameness: Math.max(sameness, cosine(candidate.vector, other)),
      }))
      .filter(({ sameness }) => sameness < REPEATS)
  }
  return chosen
}

/** Whether both name somebody or something in full: one of them is enough to make it known. */
const introduceSame = (a: Candidate, b: Candidate) => [...a.names].some((name) => b.names.has(name))
