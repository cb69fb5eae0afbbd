import { type Name, namesOf } from '@/lib/language/names'
import { answerQuestion } from './answer-question'
import type { KeyPoint } from './choose-key-points'
import type { Rarity } from './compare-passage'
import type { Passage } from './passage-terms'

/** A row of these fits a phone's screen; a reader with another question writes it. */
export const SHOWN = { questions: 4, ofAKind: 2, tries: 20 }
/** A model chooses those that are shown from more. Asking takes time: an article full of names doesn't get more tries. */
export const FOR_MODEL = { questions: 12, ofAKind: 5, tries: 40 }
/** What is named less often is not what the article is about. */
const FEWEST_TIMES = 2

const SAID =
  /\b(?:said|says|told|added|explained|argued|warned|announced|stated|acknowledged|wrote)\b/
const DAY =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}\b/

/** `expects` must stand in the answer: a question about one thing isn't answered by a sentence about another. */
type Suggestion = {
  kind: 'said' | 'person' | 'day' | 'subject'
  question: string
  expects: readonly (string | RegExp)[]
}

/**
 * Questions about an article in English that its own sentences answer, made from the names and the days in it; each
 * one was asked, and those without a fitting answer are left out.
 */
export function suggestQuestions(
  article: Passage,
  keyPoints: readonly KeyPoint[],
  rarity: Rarity,
  most = SHOWN,
): string[] {
  if (article.lang !== undefined && !/^en\b/i.test(article.lang)) return []
  const chosen: Suggestion[] = []
  let tries = 0
  const ofKind = (kind: string) => chosen.filter((each) => each.kind === kind).length
  for (const suggestion of suggestionsFor(article, keyPoints)) {
    if (chosen.length === most.questions) break
    const subject = suggestion.expects[0]
    const isNew = !chosen.some(({ expects }) => String(subject).endsWith(String(expects[0])))
    if (!isNew || ofKind(suggestion.kind) === most.ofAKind) continue
    if (tries++ === most.tries) break
    if (isAnswered(suggestion, article, rarity)) chosen.push(suggestion)
  }
  return chosen.map(({ question }) => question)
}

function* suggestionsFor(article: Passage, keyPoints: readonly KeyPoint[]): Generator<Suggestion> {
  const text = article.sentences.map((sentence) => sentence.text).join('\n')
  const names = namesOf(text, article.lang).sort((a, b) => b.count - a.count)
  const people = names.filter(({ titled, words }) => titled && words.length > 1)
  for (const name of people) yield* askAboutPerson(name)
  const days = new Set(keyPoints.flatMap((point) => DAY.exec(point.text)?.[0] ?? []))
  for (const day of [...days].slice(0, 1))
    yield { kind: 'day', question: `What happened on ${day}?`, expects: [day] }
  for (const { surface, count, titled } of names)
    if (!titled && count >= FEWEST_TIMES && !surface.includes('.'))
      yield { kind: 'subject', question: `What is said about ${surface}?`, expects: [surface] }
}

function* askAboutPerson({ surface, words }: Name): Generator<Suggestion> {
  const known = surface.split(' ').find((part) => part.toLowerCase() === words.at(-1)) ?? surface
  yield { kind: 'said', question: `What did ${known} say?`, expects: [known, SAID] }
  yield { kind: 'person', question: `Who is ${surface}?`, expects: [surface] }
}

function isAnswered({ question, expects }: Suggestion, article: Passage, rarity: Rarity): boolean {
  const [best] = answerQuestion(question, [article], rarity, 1).quotes
  return (
    best !== undefined &&
    expects.every((each) =>
      typeof each === 'string' ? best.text.includes(each) : each.test(best.text),
    )
  )
}
