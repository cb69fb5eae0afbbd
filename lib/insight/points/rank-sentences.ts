import type { Place } from '@/lib/markdown/mark-sentences'
import { fullNames } from './full-names'
import { answersOf, argues, type Headlined } from './headline'
import {
  answersAlone,
  isPoorlySelfContained,
  isSelfContained,
  namesAnything,
} from './is-self-contained'
import { pointsIn } from './point-languages'
import {
  centroid,
  cosine,
  distinctiveTerms,
  type SentenceVector,
  type TextVectors,
} from './sentence-vectors'
import { isFirstPerson } from './speaker'

export type KeyPoint = { id: string; text: string }

export type ReadArticle = Headlined & {
  /** In the order of the text. */
  sentences: readonly KeyPoint[]
  /** Where each of them stands; without it they are one paragraph. */
  places?: readonly Place[]
}

export type Candidate = KeyPoint & {
  vector: SentenceVector
  index: number
  paragraph: number
  early: number
  weight: number
  /** It says what should be done, in an article that argues. */
  demands: boolean
  /** The names that it writes in full and the headline doesn't. */
  names: ReadonlySet<string>
}

/** Tuned on news articles with reference highlights; small changes of each make no difference beyond chance. */
const POSITION_FADES = 0.25
const CENTRALITY = 2
const TITLE = 0.5
const NAMES = 0.1
const STANDS_BADLY = 0.1
/** As much as the first sentence has for its place: the last of an article may be the answer. */
const ANSWERS = 1

/** Characters: what is longer is a splitting fault, on which patterns would take seconds. */
const LONGEST = 2_000

/** Beyond this share of its sentences the whole article quotes, or speaks in the first person, and they are the article. */
const ALL_QUOTED = 0.9
const OFTEN_FIRST_PERSON = 0.2

/** The sentences that may be points, in the order of the text, with what each is worth. */
export function rankSentences(article: ReadArticle, vectors: TextVectors): Candidate[] {
  const { sentences, places, lang } = article
  const centre = centroid(vectors)
  const mayBePoint = otherVoices(article)
  const answers = answersOf(article)
  const wanted = argues(article) ? pointsIn(lang)?.demands : undefined
  const inHeadline = fullNames(article.title, lang)
  // A term that no sentence has is found in none.
  const title = titleTerms(article).map((term) => vectors.numbers.get(term) ?? -1)
  return sentences.flatMap((sentence, index) => {
    const { text } = sentence
    const vector = vectors.sentences[index]
    if (!vector || text.length > LONGEST || !mayBePoint(text, index)) return []
    const isPoor = isPoorlySelfContained(text, lang)
    const isAnswer = !isPoor && answers(text) && answersAlone(text, vector.words, lang)
    if (!isAnswer && !isSelfContained(text, vector.words, lang)) return []
    const inTitle = title.filter((term) => vector.terms.includes(term)).length
    const weight =
      CENTRALITY * cosine(vector, centre) +
      (title.length > 0 ? (TITLE * inTitle) / title.length : 0) +
      (namesAnything(text) ? NAMES : 0) +
      (isAnswer ? ANSWERS : 0) -
      (isPoor ? STANDS_BADLY : 0)
    return [
      {
        ...sentence,
        ...{ vector, index, weight },
        early: 1 / (1 + POSITION_FADES * index),
        paragraph: places?.[index]?.paragraph ?? 0,
        demands: wanted?.test(text) === true,
        names: new Set([...fullNames(text, lang)].filter((name) => !inHeadline.has(name))),
      },
    ]
  })
}

/**
 * Whether a sentence is in the article's own voice. A block quotation isn't, nor is the first person, unless the whole
 * article is one: a speech, an interview, a column.
 */
function otherVoices({ sentences, places, lang }: ReadArticle) {
  const quoted = places?.filter(({ isQuoted }) => isQuoted).length ?? 0
  const mayQuote = quoted >= ALL_QUOTED * sentences.length
  const own = mayQuote ? sentences : sentences.filter((_, index) => !places?.[index]?.isQuoted)
  const first = own.filter(({ text }) => isFirstPerson(text.slice(0, LONGEST), lang)).length
  const maySpeak = first >= OFTEN_FIRST_PERSON * own.length
  return (text: string, index: number) =>
    (mayQuote || places?.[index]?.isQuoted !== true) && (maySpeak || !isFirstPerson(text, lang))
}

/** A title that was cut out of the text says nothing that the text doesn't. */
function titleTerms({ title, sentences, lang }: ReadArticle): string[] {
  if (sentences.some(({ text }) => text.startsWith(title))) return []
  return [...new Set(distinctiveTerms(title, lang).terms)]
}
