import { answerQuestion } from './answer-question'
import type { Rarity } from './compare-passage'
import { evidenceInEnglish } from './evidence/evidence-in-english'
import type { Passage } from './passage-terms'
import { isEnglish } from './question/asked-term'
import { readQuestion } from './question/question'
import { type Made, makeQuestions } from './question-makers'
import { termsOfSentence } from './sentence-terms'

/** A row of these fits a phone's screen; a reader with another question writes it. */
export const SHOWN = { questions: 4, tries: 20 }
/** A model chooses those that are shown from more. Asking takes time: an article full of names doesn't get more tries. */
export const FOR_MODEL = { questions: 12, tries: 40 }

/** What an answer must have of what is asked for, at least, to be suggested. */
const GOOD = 0.75

/**
 * Questions about an article in English that its own sentences answer: its headline, if it asks, and those made of its
 * sentences, the first of each kind before the second. Each one was asked, and is left out unless the answer fits.
 */
export function suggestQuestions(article: Passage, rarity: Rarity, most = SHOWN): string[] {
  if (!isEnglish(article.lang)) return []
  const texts = article.sentences.map(({ text }) => text)
  const headline = headlineQuestion(article, rarity)
  const chosen = headline === undefined ? [] : [headline]
  const tried = new Map<string, ReadonlySet<string>>()
  for (const { question, answer } of firstOfEachKind(makeQuestions(texts, article.lang))) {
    if (chosen.length === most.questions) break
    const known = tried.get(question)
    if (known === undefined && tried.size === most.tries) break
    const answers = known ?? goodAnswers(question, article, rarity)
    tried.set(question, answers)
    if (answers.has(answer) && !chosen.includes(question)) chosen.push(question)
  }
  return chosen
}

function headlineQuestion(article: Passage, rarity: Rarity): string | undefined {
  const isQuestion = /^\p{L}.*\?$/u.test(article.title)
  return isQuestion && goodAnswers(article.title, article, rarity).size > 0
    ? article.title
    : undefined
}

/** The sentence that answers a question, if it has what is asked for. */
function goodAnswers(text: string, article: Passage, rarity: Rarity): ReadonlySet<string> {
  const [best] = answerQuestion(text, [article], rarity, 1).quotes
  if (best === undefined) return new Set()
  const { words } = termsOfSentence(best.text)
  const evidence = evidenceInEnglish(readQuestion(text), { text: best.text, words }) ?? 0
  return new Set(evidence >= GOOD ? [best.text] : [])
}

function firstOfEachKind(made: readonly Made[]): Made[] {
  const places = new Map<string, number>()
  const questions = new Map<string, number>()
  const ranked = made.map((each) => {
    const place = questions.get(each.question) ?? places.get(each.kind) ?? 0
    if (!questions.has(each.question)) places.set(each.kind, place + 1)
    questions.set(each.question, place)
    return { each, place }
  })
  return ranked.sort((a, b) => a.place - b.place).map(({ each }) => each)
}
