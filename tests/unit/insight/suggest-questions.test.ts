import { describe, expect, test } from 'vitest'
import { answerQuestion } from '@/lib/insight/answer-question'
import { articleSentences } from '@/lib/insight/article-sentences'
import type { Passage } from '@/lib/insight/passage-terms'
import { suggestQuestions } from '@/lib/insight/suggest-questions'
import { COMMAND, NATO, SEED, seedArticle, TARIFFS, WELFARE } from './seed'

const alike = () => 3

function seedPassage(slug: string): Passage {
  const article = seedArticle(slug)
  return { ...article, sentences: articleSentences(article) }
}

const passage = (title: string, ...texts: string[]): Passage => ({
  ...{ slug: 'a', title },
  sentences: texts.map((text, i) => ({ id: `s-${i}`, text })),
})

describe('questions come from what the articles answer', () => {
  test.each([
    [NATO, 'Why Did Japan Skip the NATO Summit?'],
    [NATO, 'When are the upper house elections in Japan scheduled?'],
    [NATO, 'Who attended the summit?'],
    [COMMAND, 'What does JCT stand for?'],
    [COMMAND, 'What did Jost say?'],
    [TARIFFS, 'Who is Howard Lutnick?'],
    [WELFARE, 'How many people were on welfare?'],
  ])('%s: %s', (slug, question) => {
    expect(suggestQuestions(seedPassage(slug), alike)).toContain(question)
  })

  test.each([
    [
      'Why was the bridge over the fjord closed on Monday?',
      'The bridge over the fjord was closed on Monday because of cracks in its steel.',
    ],
    [
      'When is the trial in Bergen scheduled?',
      'Lawyers expect the trial in Bergen, now scheduled for 4 May.',
    ],
    ['How many passengers were rescued near Bergen?', '40 passengers were rescued near Bergen.'],
    ['Who opened the new harbour in Bergen?', 'Mayor Karin Smit opened the new harbour in Bergen.'],
  ])('%s', (question, text) => {
    expect(suggestQuestions(passage('News', text, 'Nothing else happened.'), alike)).toContain(
      question,
    )
  })
})

test('a headline that asks is suggested only when the article answers it', () => {
  const title = 'Why was the bridge closed?'
  const answered = passage(title, 'The bridge was closed because of cracks.')
  const open = passage(title, 'Nobody at the ministry would say.')
  expect(suggestQuestions(answered, alike)[0]).toBe(title)
  expect(suggestQuestions(open, alike)).toEqual([])
})

test.each([
  'Smit said this was her harbour.',
  'It attended the summit in Oslo.',
  'The owners of U.S. Forces Japan slept.',
  'He won 40 of them.',
])('nobody asks what only the article can tell: %s', (text) => {
  expect(suggestQuestions(passage('News', text), alike)).toEqual([])
})

test.each([...SEED.keys()])('%s answers each of its questions, of which there are few', (slug) => {
  const article = seedPassage(slug)
  const questions = suggestQuestions(article, alike)
  expect(questions.length).toBeGreaterThan(0)
  expect(questions.length).toBeLessThanOrEqual(4)
  expect(new Set(questions).size).toBe(questions.length)
  for (const question of questions) {
    expect(question).not.toMatch(/^What is said/)
    expect(answerQuestion(question, [article], alike).abstain).toBe(false)
  }
})

test('an article in another language gets none, rather than English ones', () => {
  expect(suggestQuestions({ ...seedPassage(NATO), lang: 'ja' }, alike)).toEqual([])
})
