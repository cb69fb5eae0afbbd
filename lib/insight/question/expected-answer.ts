import { isFunctionWord, termOf } from '@/lib/language/terms'
import { wordSpans } from '@/lib/language/word-spans'
import { words } from '@/lib/language/words'
import type { Kind } from './data/question-language'
import { type KnownQuestions, questionsIn, waysToAsk } from './question-languages'

/** What kind of words would answer a question: a number of something, another kind, or its words don't tell. */
export type ExpectedAnswer =
  | { kind: Kind }
  /** Terms, or what stands right after a number. */
  | { kind: 'count'; of: readonly string[] }
  | { kind: 'anything' }

/** Read from the words of a question to a text in this language; readers may ask in another one. */
export function expectedAnswer(question: string, lang?: string): ExpectedAnswer {
  for (const { asks, counted, isCounter } of waysToAsk(lang)) {
    const kind = asks.find(([, pattern]) => pattern.test(question))?.[0]
    if (kind === undefined) continue
    const what = kind === 'number' ? counted.exec(question)?.[1] : undefined
    if (what === undefined) return { kind }
    return { kind: 'count', of: isCounter ? [what] : countedTerms(what, lang) }
  }
  return { kind: 'anything' }
}

const countedTerms = (what: string, lang: string | undefined) =>
  wordSpans(what, lang)
    .filter(({ word }) => !isFunctionWord(word, lang))
    .map(({ word }) => termOf(word, lang))

/** A number of something else may still be meant: "40 were rescued" answers how many people were. */
const ANY_NUMBER = 0.4
/** So many words may come between a number and what is counted. */
const COUNTED_WITHIN = 3

/** How well a sentence holds words of the expected kind that the question doesn't have itself, from 0 to 1. */
export function holdsExpected(
  expected: ExpectedAnswer,
  text: string,
  asked: ReadonlySet<string>,
  lang?: string,
): number {
  const known = questionsIn(lang)
  if (expected.kind === 'anything') return 0
  if (expected.kind === 'name') return namesAnother(text, asked, known, lang) ? 1 : 0
  if (expected.kind !== 'count') return known.holds[expected.kind].test(text) ? 1 : 0
  if (!known.holds.number.test(text)) return 0
  const isCounted = known.isCounter ? hasCounter : counts
  return isCounted(text, expected.of, known, lang) ? 1 : ANY_NUMBER
}

function namesAnother(
  text: string,
  asked: ReadonlySet<string>,
  { name }: KnownQuestions,
  lang: string | undefined,
): boolean {
  if (name !== undefined)
    return [...text.matchAll(name)].some(([found]) =>
      words(found, lang).some((word) => !asked.has(word)),
    )
  return wordSpans(text, lang).some(
    ({ word, start }) =>
      /\p{Lu}/u.test(text.charAt(start)) && !asked.has(word) && !isFunctionWord(word, lang),
  )
}

/** 38 and what is counted, some words later: "38 tired people". */
function counts(
  text: string,
  counted: readonly string[],
  { numbers }: KnownQuestions,
  lang: string | undefined,
): boolean {
  let since = Number.POSITIVE_INFINITY
  return wordSpans(text, lang).some(({ word }) => {
    since = /^\p{Nd}/u.test(word) || numbers.has(word) ? 0 : since + 1
    return since > 0 && since <= COUNTED_WITHIN && counted.includes(termOf(word, lang))
  })
}

/** 38人, 38 명, 三十八人. */
function hasCounter(text: string, [counter = '']: readonly string[], { numbers }: KnownQuestions) {
  const number = `(?:\\p{Nd}|${[...numbers].join('|')})\\s?`
  return new RegExp(`${number}${counter}`, 'u').test(text)
}
