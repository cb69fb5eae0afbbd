import { hasLeftover } from '@/lib/markdown/leftovers'
import { sentenceId } from '@/lib/markdown/sentence-id'
import { type Compared, comparePassage, type Rarity } from './compare-passage'
import { type Nearest, nearestSentence } from './nearest-sentence'
import type { Passage } from './passage-terms'
import { type Question, readQuestion } from './question/question'

type Answering = Omit<Compared, 'covered' | 'enough'>

export type Answer = {
  quotes: Answering[]
  /** The best sentences, whether they answer it or not, for a model to choose from. */
  candidates: Answering[]
  abstain: boolean
  /** When it abstains, a sentence about a name in the question; it answers nothing. */
  nearest?: Nearest<Answering>
}

/** The number of quotes of an answer. */
const MOST_QUOTES = 5
const MOST_CANDIDATES = 10
/** A quote that is worth less than this part of the best one is no second answer. */
const WORTH_SHOWING = 0.4
/**
 * When the best sentence has less than this of what is asked, nothing is quoted. In one article it refuses 11% of 612
 * questions that can be answered, 79% of the same when the sentence with the answer is taken out, and 99% of those
 * about another article.
 */
const LEAST_IN_ARTICLE = 0.47
/** Of many articles one has more of it by chance. */
const LEAST_IN_ARCHIVE = 0.48

/**
 * The sentences of these articles that answer a question best, letter for letter. Abstains when the best of them has
 * too little of what is asked: a quotation that answers another question is worse than none.
 */
export function answerQuestion(
  text: string,
  passages: readonly Passage[],
  rarity: Rarity,
  limit = MOST_QUOTES,
): Answer {
  const ranked = rankSentences(text, passages, rarity)
  const [best] = ranked
  const candidates = withoutDoubles(ranked.slice(0, 2 * MOST_CANDIDATES))
    .slice(0, MOST_CANDIDATES)
    .map(answering)
  const least = passages.length > 1 ? LEAST_IN_ARCHIVE : LEAST_IN_ARTICLE
  if (!best || best.covered < least * best.enough) {
    const { english } = readQuestion(text)
    const nearest = english && nearestSentence(english, ranked)
    return {
      ...{ quotes: [], candidates, abstain: true },
      ...(nearest && { nearest: { of: nearest.of, sentence: answering(nearest.sentence) } }),
    }
  }
  const worthy = ranked.filter(({ score }) => score >= best.score * WORTH_SHOWING)
  const quotes = withoutDoubles(worthy).slice(0, limit).map(answering)
  return { quotes, candidates, abstain: false }
}

const answering = ({ covered: _, enough: __, ...quote }: Compared): Answering => quote

function rankSentences(text: string, passages: readonly Passage[], rarity: Rarity): Compared[] {
  const questions = new Map<string | undefined, Question>()
  const questionIn = (lang: string | undefined) => {
    const question = questions.get(lang) ?? readQuestion(text, lang)
    questions.set(lang, question)
    return question
  }
  return passages
    .flatMap((passage) => comparePassage(questionIn(passage.lang), passage, rarity))
    .filter((compared) => !hasLeftover(compared.text))
    .sort((a, b) => b.score - a.score)
}

/** Many articles print the same sentences of agencies: each is quoted once, from the first that has it. */
function withoutDoubles(ranked: readonly Compared[]): Compared[] {
  const seen = new Set<string>()
  return ranked.filter(({ text }) => {
    const id = sentenceId(text)
    if (seen.has(id)) return false
    seen.add(id)
    return true
  })
}
