import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Answer, answerQuestion } from '@/lib/insight/answer-question'
import type { Passage } from '@/lib/insight/passage-terms'
import { prefilterFor } from '@/lib/insight/prefilter'
import { rarityOf } from '@/lib/insight/rarity'
import { terms } from '@/lib/language/terms'
import { runs } from '../../support/runs'

const passage = (slug: string, texts: readonly string[], title = ''): Passage => ({
  slug,
  title,
  sentences: texts.map((text, i) => ({ id: `s-${slug}-${i}`, text })),
})

/** Measures rarity among these passages alone. */
function ask(question: string, passages: readonly Passage[], limit?: number): Answer {
  const held = passages.map(
    ({ sentences }) => new Set(sentences.flatMap(({ text }) => terms(text))),
  )
  const rarity = rarityOf(passages.length, (term) => held.filter((all) => all.has(term)).length)
  return answerQuestion(question, passages, rarity, limit)
}

const ferry = passage('ferry', [
  'The ferry Aurora sank near Bergen on 12 March with 40 people on board.',
  'The captain, Ingrid Dahl, had warned the owners about the engine.',
  'The owners sold the ferry to a company in Stavanger for 2 million kroner because it was old.',
  'Rescuers worked for the whole night in heavy seas.',
])
const budget = passage('budget', [
  'Parliament passed the budget on Tuesday after a long debate.',
  'Finance minister Olav Berg called the budget responsible.',
])

describe('an answer is the sentence that holds it', () => {
  test.each([
    ['Who was the captain of the ferry?', 'Ingrid Dahl'],
    ['When did the ferry sink?', '12 March'],
    ['How many people were on board the Aurora?', '40 people'],
    ['Where is the company to which the ferry was sold?', 'Stavanger'],
    ['Why did the owners sell the ferry?', 'because it was old'],
    ['Who called the budget responsible?', 'Olav Berg'],
    ['WHO WARNED THE OWNERS', 'Ingrid Dahl'],
    ['captain engine', 'Ingrid Dahl'],
    ['Who captained the ferry?', 'Ingrid Dahl'],
    ['How much did the company in Stavanger pay for the ferry?', '2 million kroner'],
  ])('%s', (question, holds) => {
    expect(ask(question, [budget, ferry]).quotes[0]?.text).toContain(holds)
  })
})

describe('nothing is quoted', () => {
  test.each([
    ['when no sentence has enough of the question', 'Who won the chess championship in Reykjavik?'],
    ['when one common word is all they share', 'Which company built the bridge over the fjord?'],
    ['when it is asked about another ferry', 'When did the ferry Borealis sink near Trondheim?'],
    ['when it is asked about another day', 'How many people were on board on 31 August?'],
    ['when its articles are about that, but do not tell', 'How much did the engine cost?'],
    ['when they do not tell', 'How old was the captain when her career ended?'],
    ['for an empty question', ''],
    ['for white space and marks', ' \u0000 ?!\u202e … '],
    ['for words that only ask', 'Who is it?'],
    ['for a pasted page', 'lorem ipsum dolor '.repeat(600)],
  ])('%s', (_, question) => {
    expect(ask(question, [budget, ferry])).toMatchObject({ quotes: [], abstain: true })
  })

  test('when there is nothing to quote from', () => {
    expect(ask('Who was the captain?', [])).toMatchObject({ quotes: [], abstain: true })
    expect(ask('Who was the captain?', [passage('empty', [])]).abstain).toBe(true)
  })
})

describe('when it abstains, what is said of a name that was asked about is near', () => {
  test.each([
    ['How old is Ingrid Dahl?', 'Ingrid Dahl', 'The captain, Ingrid Dahl, had warned'],
    ['Where was Olav Berg born?', 'Olav Berg', 'Finance minister Olav Berg called'],
    ["Who bought Stavanger's harbour?", 'Stavanger', 'The owners sold the ferry'],
  ])('%s', (question, name, words) => {
    const { abstain, nearest } = ask(question, [budget, ferry])
    expect(abstain).toBe(true)
    expect(nearest?.of).toBe(name)
    expect(nearest?.sentence.text).toContain(words)
  })

  test.each([
    ['no name', 'How old was the captain when her career ended?'],
    ['a name that nothing mentions', 'Who won the chess championship in Reykjavik?'],
  ])('nothing is for a question with %s', (_, question) => {
    expect(ask(question, [budget, ferry]).nearest).toBeUndefined()
  })

  test('nothing is beside an answer', () => {
    expect(ask('Who was the captain of the ferry?', [ferry]).nearest).toBeUndefined()
  })
})

describe('a question is understood, not only its words', () => {
  const strike = passage(
    'strike',
    [
      'Dock workers in Rotterdam began a strike on 3 May, the union FNV said.',
      'The Harbour Workers Association (HWA) joined the strike two days later.',
      'Mayor Karin Smit opened the Rotterdam port festival last year.',
      'Her deputy, Jan de Vries, opened the festival instead this year.',
      'The festival drew fewer visitors amid fears of empty quays.',
      'The employers offered a raise of 4 percent, which 900 members of the union rejected.',
      'Shipping companies moved 30 vessels to Antwerp.',
    ],
    'Strike in the port of Rotterdam',
  )
  test.each([
    ['Who opened the festival instead of Smit?', 'Jan de Vries'],
    ["Who opened the festival in Smit's place?", 'Jan de Vries'],
    ['Who is the mayor of Rotterdam?', 'Mayor Karin Smit'],
    ['What does HWA stand for?', 'Harbour Workers Association'],
    ['When did the Harbour Workers Association join the strike?', 'two days later'],
    ['How many ships went to Antwerp?', '30 vessels'],
    ['How much did the employers offer?', '4 percent'],
    ['Why did fewer visitors come to the festival?', 'amid fears'],
  ])('%s', (question, holds) => {
    expect(ask(question, [strike, budget]).quotes[0]?.text).toContain(holds)
  })

  test.each([
    'How many workers were hurt in Rotterdam?',
    'What did Karin Smit say about the strike?',
    'Who leads the Harbour Workers Association?',
    'When will the next festival be opened?',
    'How old is Jan de Vries?',
  ])('nothing is quoted for %s', (question) => {
    expect(ask(question, [strike, budget]).quotes).toEqual([])
  })
})

test('a sentence that several articles carry is quoted once', () => {
  const copies = ['a', 'b', 'c'].map((slug) => passage(slug, ['The captain was Ingrid Dahl.']))
  const typographic = passage('d', ['The captain was “Ingrid Dahl”.'])
  expect(ask('Who was the captain?', [...copies, typographic]).quotes).toHaveLength(1)
})

test('a question in an article answers nothing', () => {
  const asking = passage('a', ['Who was the captain of the ferry?', 'The captain was Dahl.'])
  expect(ask('Who was the captain of the ferry?', [asking]).quotes[0]?.text).toBe(
    'The captain was Dahl.',
  )
})

test('words of the title and of the sentence before help a sentence that speaks of "him"', () => {
  const about = passage(
    'a',
    ['Rescuers praised the crew.', 'He was born in Oslo in 1951.'],
    'Captain Erik Lund',
  )
  expect(ask('Where was captain Lund born?', [about]).quotes[0]?.text).toContain('Oslo')
})

test('at most five quotes, or as many as asked for, best first', () => {
  const many = passage(
    'a',
    Array.from({ length: 20 }, (_, i) => `The captain met the owners on day ${i}.`),
  )
  const { quotes } = ask('When did the captain meet the owners?', [many])
  expect(quotes).toHaveLength(5)
  expect(quotes.map(({ score }) => score)).toEqual(
    quotes.map(({ score }) => score).sort((a, b) => b - a),
  )
  expect(ask('When did the captain meet the owners?', [many], 1).quotes).toHaveLength(1)
})

const vocabulary = [
  'captain',
  'ferry',
  'U.S.',
  'Dahl',
  'über',
  '日本',
  'e-mail',
  '6.1',
  '?',
  '“',
  '\u0000',
]
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...vocabulary), { maxLength: 30 }).map((all) => all.join(' ')),
)

test('whatever is asked of whatever text, a quote is one of its sentences', () => {
  fc.assert(
    fc.property(
      anything,
      anything,
      fc.array(anything, { maxLength: 8 }),
      (question, title, texts) => {
        const asked = passage('a', texts, title)
        const { quotes, candidates, nearest, abstain } = ask(question, [asked])
        const near = nearest ? [nearest.sentence] : []
        for (const { sentenceId: id, text } of [...quotes, ...candidates, ...near])
          expect(asked.sentences).toContainEqual({ id, text })
        expect(abstain).toBe(quotes.length === 0)
      },
    ),
    { seed: 12, numRuns: runs(200) },
  )
})

test('the sieve holds back no text that has one of the terms', () => {
  const word = fc.oneof(
    fc.constantFrom(
      ...vocabulary,
      'cities',
      'dying',
      'U.N.',
      'men',
      'WHO',
      'F-35',
      '1,000',
      'relational',
    ),
    fc.lorem({ maxCount: 1 }),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  )
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), fc.nat(5), (words, chosen) => {
      const text = words.join(' ')
      const found = terms(text)
      const term = found[chosen % Math.max(1, found.length)]
      if (term !== undefined) expect(prefilterFor([term])(text), `${term} in ${text}`).toBe(true)
    }),
    { seed: 12, numRuns: runs(1000) },
  )
})
