import { prefilterFor } from './prefilter'
import { holdsExpected } from './question/expected-answer'
import { indexedTerms, type Question } from './question/question'
import { questionsIn } from './question/question-languages'
import { hasKin, type SentenceTerms, termsOfSentence, UNREAD } from './sentence-terms'

/** An article, or what of it may be quoted. */
export type Passage = {
  slug: string
  title: string
  lang?: string | undefined
  sentences: readonly { id: string; text: string }[]
}

/** The weight of a term of a question: more, the fewer articles of the archive have it. */
export type Rarity = (term: string) => number

/** A sentence beside a question. */
export type Compared = {
  slug: string
  sentenceId: string
  text: string
  /** For ranking. */
  score: number
  /** How much of what is asked it has, from 0 to 1. */
  covered: number
  /** The part of what is usually needed of it that is enough in the language of the passage. */
  enough: number
}

/** BM25's; sentences differ little in length, and a longer one holds more answers. */
const K1 = 0.5
const B = 0.3

/**
 * What counts beside the terms, in the same unit: for ranking (`score`) and for how much of what is asked a sentence
 * has (`covers`). Tuned on questions with known answers; larger or smaller by a half they do nearly as well.
 */
const JOINING = { score: 0.5, covers: 1, missed: 0.5 }
const EXPECTED = { score: 1.5, covers: 1 }
const PAIR = 1
/** So much is always asked beyond the terms, or any sentence with it would wholly cover a question of one common word. */
const ASKED_BESIDES = 0.75

/**
 * How much a term counts that isn't in the sentence itself: one of its family is (Korean for Korea), it stands in the
 * sentence before or in the title, or elsewhere in the article. `missed` is what a name or a number adds to what is asked, so
 * many times its weight: a sentence about another one answers another question.
 */
const KIN = { score: 0.6, covers: 0.75, missed: 0 }
const NEARBY = { score: 0.3, covers: 0.35, missed: 0.75 }
const NEARBY_LEANING = { score: 0.3, covers: 0.7, missed: 0.25 }
const ELSEWHERE = { score: 0.05, covers: 0, missed: 1.5 }
const NOWHERE = { score: 0, covers: 0, missed: 1.5 }

/** A question answers nothing. */
const ASKS = /[?？؟]["'”’»)\]」』]*$/

/** Those sentences of a passage that share a term with a question. */
export function comparePassage(question: Question, passage: Passage, rarity: Rarity): Compared[] {
  const weights = new Map(question.terms.map((term) => [term, rarity(term)]))
  const read = termsOfPassage(question, passage)
  const { enough = 1 } = questionsIn(passage.lang)
  return passage.sentences.flatMap(({ id, text }, i) => {
    const { counts } = read.sentences[i] ?? UNREAD
    if (!question.terms.some((term) => counts.has(term)) || ASKS.test(text)) return []
    const sum = new Sum()
    for (const [term, weight] of weights) addTerm(sum, { term, weight, text, i }, question, read)
    addExtras(sum, question, read.sentences[i] ?? UNREAD, text, passage.lang)
    const { score, covered } = sum
    return [{ slug: passage.slug, sentenceId: id, text, score, covered, enough }]
  })
}

type PassageTerms = {
  leans: RegExp
  verbPrefix: RegExp | undefined
  title: SentenceTerms
  sentences: readonly SentenceTerms[]
  anywhere: ReadonlySet<string>
  meanLength: number
}

function termsOfPassage({ terms }: Question, { title, sentences, lang }: Passage): PassageTerms {
  const { leans, verbPrefix } = questionsIn(lang)
  const mayMatch = prefilterFor(terms.flatMap((term) => [term, ...indexedTerms(term)]))
  const read = sentences.map(({ text }) => (mayMatch(text) ? termsOfSentence(text, lang) : UNREAD))
  const lengths = read.map(({ length }) => length).filter((length) => length > 0)
  const words = lengths.reduce((sum, length) => sum + length, 0)
  return {
    ...{ leans, verbPrefix },
    title: termsOfSentence(title, lang),
    sentences: read,
    anywhere: new Set(read.flatMap(({ counts }) => [...counts.keys()])),
    meanLength: words / Math.max(1, lengths.length),
  }
}

type Place = { term: string; weight: number; text: string; i: number }

function addTerm(
  sum: Sum,
  { term, weight, text, i }: Place,
  question: Question,
  read: PassageTerms,
) {
  const sentence = read.sentences[i] ?? UNREAD
  const count = sentence.counts.get(term) ?? 0
  if (count > 0) {
    const length = 1 - B + (B * sentence.length) / read.meanLength
    sum.add((weight * count * (K1 + 1)) / (count + K1 * length), weight, weight)
    return
  }
  const { score, covers, missed } = substituteFor(term, i, text, read)
  const asked = question.exact.has(term) ? 1 + missed : 1
  sum.add(score * weight, covers * weight, asked * weight)
}

function substituteFor(term: string, i: number, text: string, read: PassageTerms) {
  if (hasKin(read.sentences[i] ?? UNREAD, term, read.verbPrefix)) return KIN
  if (read.sentences[i - 1]?.counts.has(term) || read.title.counts.has(term))
    return read.leans.test(text) ? NEARBY_LEANING : NEARBY
  return read.anywhere.has(term) ? ELSEWHERE : NOWHERE
}

function addExtras(
  sum: Sum,
  question: Question,
  sentence: SentenceTerms,
  text: string,
  lang: string | undefined,
): void {
  for (const term of question.joining)
    if (sentence.joining.has(term)) sum.add(JOINING.score, JOINING.covers, JOINING.covers)
    else sum.add(0, 0, JOINING.missed)
  for (const pair of question.pairs) if (sentence.pairs.has(pair)) sum.add(PAIR, 0, 0)
  if (question.expected.kind === 'anything') return
  const held = holdsExpected(question.expected, text, question.words, lang)
  sum.add(EXPECTED.score * held, EXPECTED.covers * held, EXPECTED.covers)
}

class Sum {
  score = 0
  #had = 0
  #asked = ASKED_BESIDES

  add(score: number, had: number, asked: number): void {
    this.score += score
    this.#had += had
    this.#asked += asked
  }

  get covered(): number {
    return this.#had / this.#asked
  }
}
