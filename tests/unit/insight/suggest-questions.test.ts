import { describe, expect, test } from 'vitest'
import { answerQuestion } from '@/lib/insight/answer-question'
import { articleSentences } from '@/lib/insight/article-sentences'
import { keyPointsOf } from '@/lib/insight/key-points'
import { suggestQuestions } from '@/lib/insight/suggest-questions'
import { COMMAND, NATO, SEED, seedArticle, TARIFFS } from './seed'

const alike = () => 3

function questionsFor(slug: string): string[] {
  const article = seedArticle(slug)
  const passage = { ...article, sentences: articleSentences(article) }
  return suggestQuestions(passage, keyPointsOf(article), alike)
}

describe('questions come from the names and days of an article', () => {
  test.each([
    [NATO, 'Who is Ishiba Shigeru?'],
    [NATO, 'Who is Iwaya Takeshi?'],
    [COMMAND, 'What did Hegseth say?'],
    [TARIFFS, 'Who is Howard Lutnick?'],
  ])('%s: %s', (slug, question) => {
    expect(questionsFor(slug)).toContain(question)
  })
})

test.each([...SEED.keys()])('%s answers each of its questions, of which there are few', (slug) => {
  const article = seedArticle(slug)
  const passage = { ...article, sentences: articleSentences(article) }
  const questions = questionsFor(slug)
  expect(questions.length).toBeGreaterThan(0)
  expect(questions.length).toBeLessThanOrEqual(4)
  for (const question of questions)
    expect(answerQuestion(question, [passage], alike).abstain).toBe(false)
})

test('an article in another language gets none, rather than English ones', () => {
  const article = { ...seedArticle(NATO), lang: 'ja' }
  const passage = { ...article, sentences: articleSentences(article) }
  expect(suggestQuestions(passage, [], alike)).toEqual([])
})
