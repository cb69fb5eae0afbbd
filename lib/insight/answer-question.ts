import { sentenceId } from '@/lib/article/sentence-id'
import { isFunctionWord } from '@/lib/article/terms'
import { visitWords } from '@/lib/article/word-spans'
import { holdsExpected } from './expected-answer'
import { askedTerm, indexedTerms, pairOf, type Question, readQuestion } from './question'
import { sieveFor } from './sieve'

/** An article, or what of it may be quoted. */
export type Passage = {
  slug: string
  title: string
  lang?: string | undefined
  sentences: readonly { id: string; text: string }[]
}

export type Quote = { slug: string; sentenceId: string; text: string; score: number }

export type Answer = { quotes: Quote[]; abstain: boolean }

/** The weight of a term of a question: more, the fewer articles of the archive have it. */
export type Rarity = (term: string) => number

/** The number of quotes of an answer. */
const MOST_QUOTES = 5
/** A quote that is worth less than this part of the best one is no second answer. */
const WORTH_SHOWING = 0.4
/**
 * Below this share of the question's weight, nothing is quoted. On development data it costs a tenth of the
 * questions that can be answered and refuses 80% to 95% of those that an article of 5 to 80 sentences can't answer.
 */
const LEAST_COVERED = 0.5

/** BM25's; sentences differ little in length, and a longer one holds more answers. */
const K1 = 0.5
const B = 0.3
/** What else counts beside the terms, in the same unit. Tuned on questions with known answers. */
const JOINING = 0.5
const EXPECTED = 1.5
const PAIR = 1
/** How much a term counts that stands not in the sentence but in the one before it or in the title. */
const NEARBY = 0.15
const NEARBY_COVERS = 0.5
/** The same for a term that stands anywhere else in the article. */
const ELSEWHERE = 0.05

type Read = {
  counts: Map<string, number>
  joining: Set<string>
  pairs: Set<string>
  length: number
}

/** A question answers nothing. */
const ASKS = /[?？]["'”’»)\]」』]*$/

const UNREAD: Read = { counts: new Map(), joining: new Set(), pairs: new Set(), length: 0 }

type Scored = Quote & { covered: number }

/**
 * The sentences of these articles that answer a question best, letter for letter. Abstains when the best of them has
 * too little of what the question is about: a quotation that answers another question is worse than none.
 */
export function answerQuestion(
  text: string,
  passages: readonly Passage[],
  rarity: Rarity,
  limit = MOST_QUOTES,
): Answer {
  const questions = new Map<string | undefined, Question>()
  const questionIn = (lang: string | undefined) => {
    const question = questions.get(lang) ?? readQuestion(text, lang)
    questions.set(lang, question)
    return question
  }
  const ranked = passages
    .flatMap((passage) => scorePassage(questionIn(passage.lang), passage, rarity))
    .sort((a, b) => b.score - a.score)
  const [best] = ranked
  if (!best || best.covered < LEAST_COVERED) return { quotes: [], abstain: true }
  const worthy = ranked.filter(({ score }) => score >= best.score * WORTH_SHOWING)
  const quotes = withoutDoubles(worthy)
    .slice(0, limit)
    .map(({ covered: _, ...quote }) => quote)
  return { quotes, abstain: false }
}

function scorePassage(question: Question, passage: Passage, rarity: Rarity): Scored[] {
  const weights = new Map(question.terms.map((term) => [term, rarity(term)]))
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  if (total === 0) return []
  const mayMatch = sieveFor(question.terms.flatMap((term) => [term, ...indexedTerms(term)]))
  const read = passage.sentences.map(({ text }) =>
    mayMatch(text) ? readSentence(text, passage.lang) : UNREAD,
  )
  const title = readSentence(passage.title, passage.lang)
  const anywhere = new Set(read.flatMap(({ counts }) => [...counts.keys()]))
  const lengths = read.map(({ length }) => length).filter((length) => length > 0)
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)
  return passage.sentences.flatMap(({ id, text }, i) => {
    const sentence = read[i]
    if (!sentence) return []
    const found = { score: 0, covered: 0, matched: false }
    for (const [term, weight] of weights) {
      const count = sentence.counts.get(term) ?? 0
      if (count > 0) {
        const length = 1 - B + (B * sentence.length) / mean
        found.score += (weight * count * (K1 + 1)) / (count + K1 * length)
        found.covered += weight
        found.matched = true
      } else if (read[i - 1]?.counts.has(term) || title.counts.has(term)) {
        found.score += NEARBY * weight
        found.covered += NEARBY_COVERS * weight
      } else if (anywhere.has(term)) found.score += ELSEWHERE * weight
    }
    if (!found.matched || ASKS.test(text)) return []
    const score = found.score + extras(question, sentence, text)
    return [{ slug: passage.slug, sentenceId: id, text, score, covered: found.covered / total }]
  })
}

function extras(question: Question, sentence: Read, text: string): number {
  let score = 0
  for (const term of question.joining) if (sentence.joining.has(term)) score += JOINING
  for (const pair of question.pairs) if (sentence.pairs.has(pair)) score += PAIR
  return score + (holdsExpected(question.expected, text, question.words) ? EXPECTED : 0)
}

function readSentence(text: string, lang?: string): Read {
  const read: Read = { counts: new Map(), joining: new Set(), pairs: new Set(), length: 0 }
  let previous = ''
  visitWords(text, lang, (word) => {
    read.length += 1
    const term = askedTerm(word, lang)
    if (term === '') return
    read.counts.set(term, (read.counts.get(term) ?? 0) + 1)
    if (isFunctionWord(word)) {
      read.joining.add(term)
      return
    }
    if (previous !== '') read.pairs.add(pairOf(previous, term))
    previous = term
  })
  return read
}

/** Agencies' sentences stand in many articles: each is quoted once, from the first that has it. */
function withoutDoubles(ranked: readonly Scored[]): Scored[] {
  const seen = new Set<string>()
  return ranked.filter(({ text }) => {
    const id = sentenceId(text)
    if (seen.has(id)) return false
    seen.add(id)
    return true
  })
}
