import { describe, expect, test } from 'vitest'
import { parseEnglishQuestion } from '@/lib/insight/question/english-question'

test.each([
  ['Who warned the owners of the ferry?', 'warn'],
  ['Which harbour master closed the port of Bergen?', 'close'],
  ['When did the ferry sink near Bergen?', 'sink'],
  ['Whom did Dahl meet in Oslo?', 'meet'],
  ['How many passengers drowned?', 'drown'],
  ['How many police officers were hurt in the fire?', 'hurt'],
  ['Where is the inquiry based?', 'base'],
  ['Who has it?', undefined],
  ['captain engine', undefined],
])('%s has the verb %s', (question, verb) => {
  expect(parseEnglishQuestion(question).relation).toBe(verb)
})

test.each([
  ['What does IMO stand for?', { asks: 'long form', of: 'imo' }],
  ['What is IMO short for?', { asks: 'long form', of: 'imo' }],
  ['What did Ingrid Dahl say about the engine?', { asks: 'speech', by: ['ingrid', 'dahl'] }],
  ['How did the owners explain it?', { asks: 'speech', by: ['owner'] }],
  ['Who is Ingrid Dahl?', { asks: 'office', of: ['ingrid', 'dahl'] }],
  ["What is Dahl's job?", { asks: 'office', of: ['dahl'] }],
  ['Who is the mayor of Bergen?', { asks: 'holder', office: ['mayor'] }],
  ["Who was Norway's finance minister?", { asks: 'holder', office: ['financ', 'minist'] }],
])('%s asks in a form of its own', (question, form) => {
  expect(parseEnglishQuestion(question).form).toEqual(form)
})

test.each([
  'What does the editorial demand of the owners?',
  'What have the owners been told?',
  'Who is working with Dahl?',
  'What does the captain do at night?',
])('%s does not', (question) => {
  expect(parseEnglishQuestion(question).form).toBeUndefined()
})

describe('whom a question excludes', () => {
  test.each([
    ['Who sailed instead of Dahl?', ['dahl'], true],
    ["Who sailed in Dahl's place?", ['dahl'], true],
    ['Who was on the bridge besides Ingrid Dahl?', ['ingrid', 'dahl'], false],
    ['Which country other than Norway sent ships?', ['norwai'], false],
    ['Who sailed with Dahl?', [], false],
  ])('%s', (question, excluded, replaced) => {
    const parsed = parseEnglishQuestion(question)
    expect([...parsed.excluded]).toEqual(excluded)
    expect(parsed.replaced).toBe(replaced)
  })
})

test('its names are as the reader wrote them', () => {
  const { names } = parseEnglishQuestion("When will Norway repair Ingrid Dahl's ferry in May?")
  expect(names.map(({ surface }) => surface)).toEqual(['Norway', 'Ingrid Dahl'])
})

test('it asks for what is to come', () => {
  expect(parseEnglishQuestion('When will the ferry sail?').inFuture).toBe(true)
  expect(parseEnglishQuestion('When did the ferry sail?').inFuture).toBe(false)
})
