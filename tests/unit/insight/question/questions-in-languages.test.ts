import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { answerQuestion } from '@/lib/insight/answer-question'
import { expectedAnswer, holdsExpected } from '@/lib/insight/question/expected-answer'
import { canAsk } from '@/lib/insight/question/question-languages'
import { rarityOf } from '@/lib/insight/rarity'
import { terms } from '@/lib/language/terms'
import { words } from '@/lib/language/words'

const FIXTURES = path.resolve(import.meta.dirname, '../../../fixtures/questions')
const LANGUAGES = ['de', 'es', 'fr', 'ja', 'ko', 'zh']

/** Sentences, then `question | part of the sentence that answers it`. */
function readFixture(lang: string) {
  const text = readFileSync(path.join(FIXTURES, `${lang}.txt`), 'utf8')
  const [sentences = '', questions = ''] = text.split('---\n')
  const lines = (part: string) => part.trim().split('\n')
  return {
    sentences: lines(sentences),
    questions: lines(questions).map((line) => {
      const [question = '', answer = ''] = line.split(' | ')
      return { question, answer }
    }),
  }
}

/** How many of the ten first answers must be right. */
const RIGHT = 7

/** About a match that the article doesn't mention. */
const OTHER: Record<string, string> = {
  de: 'Wer gewann das Endspiel im Handball?',
  es: '¿Quién ganó la final de balonmano?',
  fr: 'Qui a gagné la finale de handball ?',
  ja: 'ハンドボールの決勝では誰が優勝しましたか？',
  ko: '핸드볼 결승에서 누가 우승했나요?',
  zh: '谁赢得了手球决赛冠军？',
}

describe.each(LANGUAGES)('%s', (lang) => {
  const { sentences, questions } = readFixture(lang)
  const holders = sentences.map((text) => new Set(terms(text, lang)))
  const rarity = rarityOf(sentences.length, (term) => holders.filter((all) => all.has(term)).length)
  const passage = {
    ...{ slug: 'ferry', title: '', lang },
    sentences: sentences.map((text, i) => ({ id: `s-${i}`, text })),
  }
  const ask = (question: string) => answerQuestion(question, [passage], rarity).quotes[0]?.text

  test('a question is answered by the sentence that has what it asks for', () => {
    const wrong = questions.flatMap(({ question, answer }) => {
      const found = ask(question)
      return found?.includes(answer) ? [] : [`${question} ${found}`]
    })
    expect(questions).toHaveLength(10)
    expect(questions.length - wrong.length, wrong.join('\n')).toBeGreaterThanOrEqual(RIGHT)
  })

  test('a question about something else is not answered', () => {
    expect(ask(OTHER[lang] ?? '')).toBeUndefined()
  })
})

/** Whether a sentence has what a question asks for, in a text of this language. */
const held = (lang: string, question: string, text: string) =>
  holdsExpected(expectedAnswer(question, lang), text, new Set(words(question, lang)), lang) > 0

test.each([
  ['de', 'Wer warnte?', 'Der Kapitän Hansen war es.', true],
  ['de', 'Wer warnte?', 'Die Rettung dauerte eine ganze Nacht im Sturm.', false],
  ['de', 'Seit wann?', 'Das Schiff fährt seit zwei Jahren.', true],
  ['fr', 'Où ?', "Le bateau arrive d'Oslo.", true],
  ['fr', 'Où ?', 'Le bateau arrive bientôt.', false],
  ['es', '¿Cuánto costó?', 'Valía 300 pesos.', true],
  ['es', '¿Por qué?', 'Se hundió debido a una tormenta.', true],
  ['ja', 'いつですか？', '昨日の夜に起きた。', true],
  ['ja', '誰ですか？', '船長は救助された。', false],
  ['ja', '何人ですか？', '三人が乗っていた。', true],
  ['zh', '为什么？', '由于天气恶劣，船停航。', true],
  ['zh', '谁？', '发言人表示情况稳定。', false],
  ['ko', '왜?', '비가 왔기 때문이다.', true],
  ['ko', '누가?', '배가 도착했다.', false],
])('%s: %s %s: %s', (lang, question, text, expected) => {
  expect(held(lang, question, text)).toBe(expected)
})

test('where questions are not understood nobody is invited to ask', () => {
  expect(['en-GB', 'de-AT', 'zh-Hant', 'ja'].every(canAsk)).toBe(true)
  expect(['ru', 'ar', 'hi'].some(canAsk)).toBe(false)
})

test('readers may ask in English what an article in another language says', () => {
  expect(expectedAnswer('When did it sink?', 'de')).toEqual({ kind: 'time' })
})
