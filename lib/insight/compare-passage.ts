import { evidenceInEnglish } from './evidence/evidence-in-english'
import { LIKELY } from './evidence/reason-evidence'
import { type Passage, PassageTerms, type Presence } from './passage-terms'
import { holdsExpected } from './question/expected-answer'
import type { Question } from './question/question'
import { questionsIn } from './question/question-languages'
import { type SentenceTerms, UNREAD } from './sentence-terms'

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
/** The sentence that says what is asked about has its words; the one that gives the reason has fewer of them. */
const A_REASON = 4
const PAIR = 1
/** A sentence of English without the kind of answer that is asked for counts this much less: it is about something else. */
const DOUBT = 0.5
/** The part of a score that goes by how much of the question a sentence has. */
const BY_COVERED = 0.3
/** So much is always asked beyond the terms, or any sentence with it would wholly cover a question of one common word. */
const ASKED_BESIDES = 0.75

/**
 * How much a term counts that isn't in the sentence itself. `missed` is what a name or a number adds to what is asked, so many
 * times its weight: a sentence about another one answers another question.
 */
const COUNTS: Record<
  Exclude<Presence, 'itself'>,
  { score: number; covers: number; missed: number }
> = {
  'another form': { score: 0.8, covers: 0.9, missed: 0 },
  carried: { score: 0.6, covers: 0.9, missed: 0 },
  family: { score: 0.6, covers: 0.75, missed: 0 },
  alike: { score: 0.5, covers: 0.6, missed: 0 },
  leaning: { score: 0.3, covers: 0.7, missed: 0.25 },
  nearby: { score: 0.3, covers: 0.35, missed: 0.75 },
  elsewhere: { score: 0.05, covers: 0, missed: 1.5 },
  nowhere: { score: 0, covers: 0, missed: 1.5 },
}

/** A question answers nothing. */
const ASKS = /[?？؟]["'”’»)\]」』]*$/

/** Those sentences of a passage that share a term with a question. */
export function comparePassage(question: Question, passage: Passage, rarity: Rarity): Compared[] {
  const read = new PassageTerms(question, passage)
  const weights = new Map(question.terms.map((term) => [term, rarity(term)]))
  const { enough = 1 } = questionsIn(passage.lang)
  return passage.sentences.flatMap(({ id, text }, i) => {
    const sentence = read.sentences[i] ?? UNREAD
    if (!question.terms.some((term) => sentence.counts.has(term)) || ASKS.test(text)) return []
    const held = evidenceOf(question, sentence, text, passage.lang)
    const sum = new Sum()
    for (const [term, weight] of weights) addTerm(sum, { term, weight, i, held }, question, read)
    addExtras(sum, question, sentence, held)
    const { score, covered } = sum
    return [{ slug: passage.slug, sentenceId: id, text, score, covered, enough }]
  })
}

type Place = { term: string; weight: number; i: number; held: number | undefined }

function addTerm(
  sum: Sum,
  { term, weight, i, held }: Place,
  question: Question,
  read: PassageTerms,
) {
  const presence = read.presenceOf(term, i)
  if (presence === 'itself') {
    const sentence = read.sentences[i] ?? UNREAD
    const count = sentence.counts.get(term) ?? 0
    const length = 1 - B + (B * sentence.length) / read.meanLength
    sum.add((weight * count * (K1 + 1)) / (count + K1 * length), weight, weight)
    return
  }
  const givesReason = question.expected.kind === 'reason' && held !== undefined && held >= LIKELY
  const counted = COUNTS[presence === 'nearby' && givesReason ? 'leaning' : presence]
  const { score, covers, missed } = counted
  const asked = question.exact.has(term) ? 1 + missed : 1
  sum.add(score * weight, covers * weight, asked * weight)
}

function addExtras(
  sum: Sum,
  question: Question,
  sentence: SentenceTerms,
  held: number | undefined,
): void {
  for (const term of question.joining)
    if (sentence.joining.has(term)) sum.add(JOINING.score, JOINING.covers, JOINING.covers)
    else sum.add(0, 0, JOINING.missed)
  for (const pair of question.pairs) if (sentence.pairs.has(pair)) sum.add(PAIR, 0, 0)
  if (held === undefined) return
  const score = question.expected.kind === 'reason' ? A_REASON : EXPECTED.score
  sum.add(score * held, EXPECTED.covers * held, EXPECTED.covers)
  if (question.english) sum.doubt(DOUBT * (1 - held))
}

/** How well a sentence has the kind of answer that is asked for, from 0 to 1; undefined when the question doesn't tell. */
function evidenceOf(
  question: Question,
  { words }: SentenceTerms,
  text: string,
  lang: string | undefined,
): number | undefined {
  if (question.english) return evidenceInEnglish(question, { text, words })
  if (question.expected.kind === 'anything') return undefined
  return holdsExpected(question.expected, text, question.words, lang)
}

class Sum {
  #score = 0
  #had = 0
  #asked = ASKED_BESIDES
  #doubt = 0

  add(score: number, had: number, asked: number): void {
    this.#score += score
    this.#had += had
    this.#asked += asked
  }

  /** That part of what it has may be about something else. */
  doubt(part: number): void {
    this.#doubt = part
  }

  get covered(): number {
    return (this.#had / this.#asked) * (1 - this.#doubt)
  }

  get score(): number {
    const certain = 1 - this.#doubt / 2
    return this.#score * certain * (1 - BY_COVERED + BY_COVERED * this.covered)
  }
}
